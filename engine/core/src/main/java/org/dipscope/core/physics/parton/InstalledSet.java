package org.dipscope.core.physics.parton;

import java.nio.file.Path;
import org.dipscope.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A set that can be opened by name.
 *
 * @param name what {@link PartonDistributions#open(String, int)} takes
 * @param description one line for people
 * @param members number of members; 0 where the set cannot be read
 * @param folder where it is; null for the built-in set
 * @param problem why it cannot be read, or null
 */
public record InstalledSet(
    String name,
    String description,
    int members,
    @Nullable Path folder,
    @Nullable Problem problem) {}
