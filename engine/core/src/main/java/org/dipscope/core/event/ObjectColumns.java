package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that spell the four-momentum of an object, or of each object of a list. The name of
 * an object is what stands before the quantity ({@code Muon_pt}, {@code Jet.PT}), or behind it
 * ({@code pt_top}, {@code pTj1}); a bare number behind it ({@code px1}) names the object {@code
 * p1}. Without a mass or an energy it is massless.
 *
 * @param name of the object
 * @param list whether an event has any number of it
 * @param form which quantities there are
 * @param columns their columns, in the order of the form
 */
record ObjectColumns(String name, boolean list, Form form, List<String> columns) {

  /** A quantity of an object. */
  enum Quantity {
    PT,
    ETA,
    PHI,
    M,
    PX,
    PY,
    PZ,
    E;

    static final List<String> SPELLINGS =
        List.of("energy", "mass", "pt", "eta", "phi", "px", "py", "pz", "m", "e");

    static Quantity of(String spelling) {
      return switch (spelling) {
        case "pt" -> PT;
        case "eta" -> ETA;
        case "phi" -> PHI;
        case "px" -> PX;
        case "py" -> PY;
        case "pz" -> PZ;
        case "m", "mass" -> M;
        default -> E;
      };
    }
  }

  /** Quantities that give a four-momentum, those that lose least first. */
  enum Form {
    PT_ETA_PHI_M,
    PX_PY_PZ_E,
    PT_ETA_PHI_E,
    PX_PY_PZ_M,
    PT_ETA_PHI,
    PX_PY_PZ;

    List<Quantity> quantities() {
      return switch (this) {
        case PT_ETA_PHI_M -> List.of(Quantity.PT, Quantity.ETA, Quantity.PHI, Quantity.M);
        case PX_PY_PZ_E -> List.of(Quantity.PX, Quantity.PY, Quantity.PZ, Quantity.E);
        case PT_ETA_PHI_E -> List.of(Quantity.PT, Quantity.ETA, Quantity.PHI, Quantity.E);
        case PX_PY_PZ_M -> List.of(Quantity.PX, Quantity.PY, Quantity.PZ, Quantity.M);
        case PT_ETA_PHI -> List.of(Quantity.PT, Quantity.ETA, Quantity.PHI);
        case PX_PY_PZ -> List.of(Quantity.PX, Quantity.PY, Quantity.PZ);
      };
    }
  }

  /** A name that may be part of an object. */
  record Candidate(String name, boolean list) {}

  /** All objects, by name. */
  static Map<String, ObjectColumns> find(List<Candidate> candidates) {
    Map<Candidate, Map<Quantity, String>> found = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      String name = candidate.name();
      for (String spelling : Quantity.SPELLINGS) {
        @Nullable String object = objectName(name, spelling);
        if (object != null) {
          found
              .computeIfAbsent(
                  new Candidate(object, candidate.list()), key -> new EnumMap<>(Quantity.class))
              .putIfAbsent(Quantity.of(spelling), name);
        }
      }
    }
    Map<String, ObjectColumns> objects = new LinkedHashMap<>();
    found.forEach(
        (key, columns) -> {
          for (Form form : Form.values()) {
            if (columns.keySet().containsAll(form.quantities())) {
              List<String> names = new ArrayList<>();
              form.quantities().forEach(quantity -> names.add(columns.getOrDefault(quantity, "")));
              objects.putIfAbsent(
                  key.name(), new ObjectColumns(key.name(), key.list(), form, List.copyOf(names)));
              return;
            }
          }
        });
    return objects;
  }

  /** The object that a column belongs to if it spells this quantity, else null. */
  private static @Nullable String objectName(String column, String spelling) {
    String name = column.toLowerCase(Locale.ROOT);
    int rest = column.length() - spelling.length();
    if (rest >= 2 && name.endsWith(spelling) && isJoint(column.charAt(rest - 1))) {
      return column.substring(0, rest - 1);
    }
    if (rest >= 1 && name.startsWith(spelling)) {
      String suffix = column.substring(spelling.length());
      suffix = isJoint(suffix.charAt(0)) ? suffix.substring(1) : suffix;
      if (suffix.isEmpty() || !suffix.chars().allMatch(Lexer::isNamePart)) {
        return null;
      }
      return Character.isDigit(suffix.charAt(0)) ? "p" + suffix : suffix;
    }
    return null;
  }

  private static boolean isJoint(char c) {
    return c == '_' || c == '.';
  }
}
