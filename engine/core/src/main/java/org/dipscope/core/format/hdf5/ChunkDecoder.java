package org.dipscope.core.format.hdf5;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.dipscope.core.format.root.Lz4Block;
import org.dipscope.core.problem.ProblemException;

/** Unpacks chunks; the length of every step is known before anything is allocated. */
final class ChunkDecoder {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int FLETCHER = 3;
  private static final int LZF = 32000;
  private static final int BLOSC = 32001;
  private static final int LZ4 = 32004;
  private static final int ZSTD = 32015;
  private static final int CHECKSUM_BYTES = 4;

  private static final Map<Integer, String> UNREAD =
      Map.of(
          4,
          "szip",
          5,
          "n-bit",
          6,
          "scale-offset",
          307,
          "bzip2",
          32008,
          "bitshuffle",
          32013,
          "zfp",
          32026,
          "Blosc2");

  private final Hdf5Bytes file;
  private final Hdf5Dataset dataset;
  private final int chunkBytes;
  private byte[] stored = new byte[0];

  ChunkDecoder(Hdf5Bytes file, Hdf5Dataset dataset, int chunkBytes) {
    this.file = file;
    this.dataset = dataset;
    this.chunkBytes = chunkBytes;
  }

  /** The elements of a chunk. */
  byte[] decode(ChunkIndex.Chunk chunk) {
    byte[] bytes = stored(chunk);
    int length = chunk.bytes();
    boolean copied = false;
    List<ChunkFilter> filters = dataset.filters();
    for (int i = filters.size() - 1; i >= 0; i--) {
      if ((chunk.mask() & 1 << i) == 0) {
        byte[] plain = new byte[lengthBefore(i, length, chunk.mask())];
        if (!undo(filters.get(i), bytes, length, plain)) {
          throw damaged(
              chunk,
              "cannot be unpacked: filter %d does not make %d bytes of its %d"
                  .formatted(filters.get(i).id(), plain.length, length));
        }
        bytes = plain;
        length = plain.length;
        copied = true;
      }
    }
    if (length != chunkBytes) {
      throw damaged(chunk, "has " + length + " bytes instead of " + chunkBytes);
    }
    // The stored bytes are overwritten by the next chunk.
    return copied ? bytes : Arrays.copyOf(bytes, length);
  }

  private byte[] stored(ChunkIndex.Chunk chunk) {
    if (stored.length < chunk.bytes()) {
      stored = new byte[chunk.bytes()];
    }
    file.read(what(), chunk.address(), stored, chunk.bytes());
    return stored;
  }

  private String what() {
    return "a chunk of \"" + dataset.path() + "\"";
  }

  private ProblemException damaged(ChunkIndex.Chunk chunk, String finding) {
    return file.damaged(what(), chunk.address(), finding);
  }

  /** Length of a chunk when it was given to a filter: checksums were appended before it. */
  private int lengthBefore(int filter, int lengthAfter, int mask) {
    if (dataset.filters().get(filter).id() == FLETCHER) {
      return Math.max(0, lengthAfter - CHECKSUM_BYTES);
    }
    int length = chunkBytes;
    for (int i = 0; i < filter; i++) {
      boolean checksum = dataset.filters().get(i).id() == FLETCHER && (mask & 1 << i) == 0;
      length += checksum ? CHECKSUM_BYTES : 0;
    }
    return length;
  }

  private boolean undo(ChunkFilter filter, byte[] source, int length, byte[] target) {
    return switch (filter.id()) {
      case DEFLATE -> inflate(source, 0, length, target, 0, target.length);
      case SHUFFLE -> unshuffle(filter, source, length, target);
      case FLETCHER -> Fletcher32.check(source, length, target);
      case LZF -> Lzf.decode(source, length, target);
      case BLOSC -> {
        if (Blosc.isSnappy(source, length)) {
          throw unread("Blosc with Snappy", filter);
        }
        yield Blosc.decode(source, length, target);
      }
      case LZ4 -> lz4(source, length, target);
      case ZSTD -> zstd(source, 0, length, target, 0, target.length);
      default -> throw unread(UNREAD.getOrDefault(filter.id(), "an unknown filter"), filter);
    };
  }

  private ProblemException unread(String name, ChunkFilter filter) {
    return file.problem(
        "the dataset \"%s\" is packed by %s (filter %d), which is not read"
            .formatted(dataset.path(), name, filter.id()),
        "Repack it with gzip, LZF, LZ4, Zstandard or Blosc with one of these, for instance with"
            + " h5repack.");
  }

  private boolean unshuffle(ChunkFilter filter, byte[] source, int length, byte[] target) {
    int width = filter.parameters().isEmpty() ? dataset.type().size() : filter.parameters().get(0);
    if (length != target.length || width < 1) {
      return false;
    }
    Blosc.unshuffle(source, width, length, target, 0);
    return true;
  }

  static boolean inflate(byte[] source, int from, int length, byte[] target, int to, int count) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(source, from, length);
      int done = 0;
      while (done < count) {
        int got = inflater.inflate(target, to + done, count - done);
        if (got == 0) {
          return false;
        }
        done += got;
      }
      return true;
    } catch (DataFormatException e) {
      return false;
    }
  }

  static boolean zstd(byte[] source, int from, int length, byte[] target, int to, int count) {
    try {
      return Zstd.decompressByteArray(target, to, count, source, from, length) == count;
    } catch (ZstdException e) {
      return false;
    }
  }

  /** Blocks of LZ4, their lengths most significant byte first. */
  private static boolean lz4(byte[] source, int length, byte[] target) {
    if (length < 12) {
      return false;
    }
    int blockBytes = big(source, 8);
    int at = 12;
    int to = 0;
    while (to < target.length) {
      int plain = Math.min(blockBytes, target.length - to);
      int packed = length - at < 4 ? -1 : big(source, at);
      at += 4;
      if (plain <= 0 || packed <= 0 || packed > length - at) {
        return false;
      }
      if (packed == plain) {
        System.arraycopy(source, at, target, to, plain);
      } else if (!Lz4Block.decode(source, at, at + packed, target, to, to + plain)) {
        return false;
      }
      at += packed;
      to += plain;
    }
    return true;
  }

  private static int big(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }
}
