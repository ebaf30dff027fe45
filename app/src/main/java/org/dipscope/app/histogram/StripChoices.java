package org.dipscope.app.histogram;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.core.project.ViewSettings.Strip;

/**
 * What a strip looks for, kept in the project.
 *
 * @param definition what z means
 * @param manyWidths whether signals of one to four bins are looked for, or of one
 */
record StripChoices(
    ChoiceOfDocument<StripDefinition> definition, ChoiceOfDocument<Boolean> manyWidths) {

  StripChoices(WorkspaceModel workspace) {
    this(
        choice(
            workspace,
            "Significance",
            Strip::definition,
            (strip, now) -> new Strip(now, strip.manyWidths())),
        choice(
            workspace,
            "Widths of signals",
            Strip::manyWidths,
            (strip, now) -> new Strip(strip.definition(), now)));
  }

  private static <T> ChoiceOfDocument<T> choice(
      WorkspaceModel workspace,
      String name,
      Function<Strip, T> get,
      BiFunction<Strip, T, Strip> set) {
    return new ChoiceOfDocument<>(
        workspace,
        name,
        document -> get.apply(document.view().strip()),
        (document, now) ->
            Edits.withView(document, view -> view.withStrip(set.apply(view.strip(), now))));
  }
}
