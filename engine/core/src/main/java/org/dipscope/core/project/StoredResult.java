package org.dipscope.core.project;

/**
 * A result kept with the project, with what made it.
 *
 * @param id unique in the project
 * @param kind the command or screen that made it, such as {@code scan}
 * @param createdAt time in ISO 8601, UTC
 * @param seed seed of its random numbers; 0 if none were used
 * @param json the result as the command line prints it
 */
public record StoredResult(String id, String kind, String createdAt, long seed, String json) {}
