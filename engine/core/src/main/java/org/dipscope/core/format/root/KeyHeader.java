package org.dipscope.core.format.root;

/**
 * The header in front of every record (class TKey).
 *
 * @param recordLength bytes of the record with this header
 * @param plainLength bytes of the object after decompression
 * @param headerLength bytes of this header; references inside the object count from its start
 * @param cycle number of the version of this name
 * @param offset where the record starts
 * @param className class of the object
 * @param name name of the object
 * @param title title of the object
 */
record KeyHeader(
    int recordLength,
    int plainLength,
    int headerLength,
    int cycle,
    long offset,
    String className,
    String name,
    String title) {
  /** From this version on, file offsets take eight bytes. */
  private static final int LARGE = 1000;

  static KeyHeader read(RootBytes in) {
    int recordLength = in.i32();
    int version = in.u16();
    int plainLength = in.i32();
    in.skip(4); // date
    int headerLength = in.u16();
    int cycle = in.u16();
    boolean large = version > LARGE;
    long offset = large ? in.i64() : in.u32();
    in.skip(large ? 8 : 4); // parent directory
    return new KeyHeader(
        recordLength,
        plainLength,
        headerLength,
        cycle,
        offset,
        in.string(),
        in.string(),
        in.string());
  }
}
