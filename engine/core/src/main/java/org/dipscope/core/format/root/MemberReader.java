package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single members of objects by their type code. */
final class MemberReader {
  private static final int CHAR_STAR = 7;
  private static final int DOUBLE32 = 9;
  private static final int FLOAT16 = 19;
  private static final int STL = 300;
  private static final int STL_STRING = 365;
  private static final Pattern VECTOR =
      Pattern.compile("(?:std::)?vector<([a-zA-Z0-9_ :]+?)(?:,.*)?>");

  private final RootBytes in;
  private final ObjectReader objects;
  private final BuiltInReader builtIn;

  MemberReader(RootBytes in, ObjectReader objects) {
    this.in = in;
    this.objects = objects;
    this.builtIn = new BuiltInReader(in, objects);
  }

  boolean builtIn(String className, RootObject into) {
    return builtIn.read(className, into);
  }

  /** Reads one base class or member into the object. */
  void member(StreamerElement element, RootObject into) {
    int type = element.type();
    if (type == StreamerElement.BASE) {
      objects.contents(element.name(), into);
    } else if (type < 20) {
      into.put(element.name(), scalar(element, type));
    } else if (type < 40) {
      into.put(element.name(), array(element, type - 20, element.arrayLength(), false));
    } else if (type < 60) {
      variable(element, type - 40, into);
    } else {
      structured(element, type, into);
    }
  }

  private void variable(StreamerElement element, int type, RootObject into) {
    int flag = in.u8();
    int count = flag == 0 ? 0 : into.count(element.countName());
    if (count > 0) {
      // Flag 2 marks file offsets of eight bytes in trees of old versions.
      into.put(element.name(), array(element, type, count, flag == 2));
    }
  }

  private void structured(StreamerElement element, int type, RootObject into) {
    switch (type) {
      case 61, 62, 63, 68 -> into.put(element.name(), inline(element));
      case 64, 69 -> into.put(element.name(), objects.pointer());
      case 65 -> into.put(element.name(), in.string());
      case 66 -> objects.contents("TObject", into);
      case 67 -> objects.contents("TNamed", into);
      case 81, 82, 83, 88 -> repeated(element, into, () -> inline(element));
      case 84, 89 -> repeated(element, into, objects::pointer);
      case STL, STL_STRING -> into.put(element.name(), standard(element));
      case 500, 501 -> skipPart(element);
      default ->
          throw in.place().damaged("has member " + element.name() + " of the unknown kind " + type);
    }
  }

  private interface Item {
    @Nullable RootObject read();
  }

  private void repeated(StreamerElement element, RootObject into, Item item) {
    in.require(element.arrayLength(), 1);
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < element.arrayLength(); i++) {
      items.add(item.read());
    }
    RootObject list = new RootObject("array", in.place());
    list.put(RootObject.ITEMS, items);
    into.put(element.name(), list);
  }

  private RootObject inline(StreamerElement element) {
    String className = element.typeName().replace("*", "").trim();
    RootObject object = new RootObject(className, in.place());
    objects.contents(className, object);
    return object;
  }

  private void skipPart(StreamerElement element) {
    ObjectReader.Version version = objects.version();
    if (version.end() < 0) {
      throw in.place()
          .damaged("has member " + element.name() + " of a kind whose length is not recorded");
    }
    in.seek(version.end());
  }

  private @Nullable Object standard(StreamerElement element) {
    ObjectReader.Version version = objects.version();
    if (version.end() < 0) {
      throw in.place()
          .damaged("has member " + element.name() + " of a kind whose length is not recorded");
    }
    Object value = null;
    Matcher vector = VECTOR.matcher(element.typeName());
    if (element.typeName().endsWith("string")) {
      value = in.string();
    } else if (vector.matches()) {
      @Nullable RootType item = RootType.ofCpp(vector.group(1));
      if (item != null && item.width() > 0) {
        value = numbers(item, in.count(item.width()));
      }
    }
    in.seek(version.end());
    return value;
  }

  private Object numbers(RootType type, int count) {
    return switch (type) {
      case FLOAT32 -> in.floats(count);
      case FLOAT64 -> in.doubles(count);
      default -> in.integers(count, type.width(), type.isUnsigned());
    };
  }

  private Object scalar(StreamerElement element, int type) {
    return switch (type) {
      case CHAR_STAR -> new String(in.array(in.count(1)), java.nio.charset.StandardCharsets.UTF_8);
      case DOUBLE32, FLOAT16 -> PackedReal.of(element.title(), type == FLOAT16).read(in);
      case 5 -> (double) in.f32();
      case 8 -> in.f64();
      default -> {
        RootType basic = basic(element, type);
        yield in.integer(basic.width(), basic.isUnsigned());
      }
    };
  }

  private Object array(StreamerElement element, int type, int count, boolean wide) {
    if (type == DOUBLE32 || type == FLOAT16) {
      PackedReal packed = PackedReal.of(element.title(), type == FLOAT16);
      in.require(count, packed.width());
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = packed.read(in);
      }
      return values;
    }
    RootType basic = basic(element, type);
    return wide ? in.integers(count, 8, false) : numbers(basic, count);
  }

  private RootType basic(StreamerElement element, int type) {
    RootType basic = RootType.ofCode(type);
    if (basic == null) {
      throw in.place().damaged("has member " + element.name() + " of the unknown kind " + type);
    }
    return basic;
  }
}
