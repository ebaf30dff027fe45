package org.dipscope.core.format.root;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one value of a column is in the file. */
public enum RootType {
  /** True or false, one byte. */
  BOOL(1),
  /** Signed, 8 bits. */
  INT8(1),
  /** Unsigned, 8 bits. */
  UINT8(1),
  /** Signed, 16 bits. */
  INT16(2),
  /** Unsigned, 16 bits. */
  UINT16(2),
  /** Signed, 32 bits. */
  INT32(4),
  /** Unsigned, 32 bits. */
  UINT32(4),
  /** Signed, 64 bits. */
  INT64(8),
  /** Unsigned, 64 bits. */
  UINT64(8),
  /** Single precision. */
  FLOAT32(4),
  /** Double precision. */
  FLOAT64(8),
  /** Reals packed into fewer bits than their type in memory. */
  PACKED(0),
  /** Text. */
  TEXT(0);

  private final int width;

  RootType(int width) {
    this.width = width;
  }

  /** Bytes of one value in the file, or 0 if that varies. */
  public int width() {
    return width;
  }

  /** The name shown to users, such as {@code int32}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a whole number (truth values count as such). */
  public boolean isInteger() {
    return switch (this) {
      case FLOAT32, FLOAT64, PACKED, TEXT -> false;
      default -> true;
    };
  }

  /** Whether it has no sign. */
  public boolean isUnsigned() {
    return this == BOOL || this == UINT8 || this == UINT16 || this == UINT32 || this == UINT64;
  }

  /** By the numeric code of streamer elements, without the offset for arrays. */
  static @Nullable RootType ofCode(int code) {
    return switch (code) {
      case 1, 10 -> INT8;
      case 2 -> INT16;
      case 3, 6 -> INT32;
      case 4, 16 -> INT64;
      case 5 -> FLOAT32;
      case 8 -> FLOAT64;
      case 9, 19 -> PACKED;
      case 11 -> UINT8;
      case 12 -> UINT16;
      case 13, 15 -> UINT32;
      case 14, 17 -> UINT64;
      case 18 -> BOOL;
      default -> null;
    };
  }

  /** By the name of the C++ type. */
  static @Nullable RootType ofCpp(String name) {
    return switch (name.trim()) {
      case "bool", "Bool_t" -> BOOL;
      case "char", "Char_t", "signed char", "std::int8_t", "int8_t", "Byte_t" -> INT8;
      case "unsigned char", "UChar_t", "std::uint8_t", "uint8_t", "std::byte" -> UINT8;
      case "short", "Short_t", "std::int16_t", "int16_t" -> INT16;
      case "unsigned short", "UShort_t", "std::uint16_t", "uint16_t" -> UINT16;
      case "int", "Int_t", "std::int32_t", "int32_t" -> INT32;
      case "unsigned int", "unsigned", "UInt_t", "std::uint32_t", "uint32_t" -> UINT32;
      case "long", "Long_t", "long long", "Long64_t", "std::int64_t", "int64_t" -> INT64;
      case "unsigned long",
          "ULong_t",
          "unsigned long long",
          "ULong64_t",
          "std::uint64_t",
          "uint64_t",
          "size_t" ->
          UINT64;
      case "float", "Float_t" -> FLOAT32;
      case "double", "Double_t" -> FLOAT64;
      case "Double32_t", "Float16_t" -> PACKED;
      default -> null;
    };
  }
}
