/**
 * From events to mass histograms: objects, Z and jet candidates, exclusive categories, combinations
 * of objects, bins that follow the resolution, with every cut a setting and every step counted.
 * After BumpNet, JHEP 02 (2025) 122, and Shkuri's thesis (Weizmann 2024).
 */
@NullMarked
package org.dipscope.core.selection;

import org.jspecify.annotations.NullMarked;
