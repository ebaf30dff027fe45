/** Networks that map a histogram to the significance of a bump or dip in every bin. */
@org.jspecify.annotations.NullMarked
package org.dipscope.neural.significance;
