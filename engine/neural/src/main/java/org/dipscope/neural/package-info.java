/** Networks: significance of bumps and dips, and the loop that trains them. */
@org.jspecify.annotations.NullMarked
package org.dipscope.neural;
