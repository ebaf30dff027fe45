package org.dipscope.cli;

import java.io.InputStream;
import org.dipscope.core.compute.CancelToken;

/**
 * What a command may use besides its options.
 *
 * @param input standard input
 * @param progress where it says how far it is
 * @param cancel tripped when the user interrupts the program
 * @param threads how many threads it may keep busy
 */
record Session(InputStream input, Progress progress, CancelToken cancel, int threads) {}
