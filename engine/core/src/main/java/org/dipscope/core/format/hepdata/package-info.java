/** HEPData submissions and tables, in YAML and JSON. */
@NullMarked
package org.dipscope.core.format.hepdata;

import org.jspecify.annotations.NullMarked;
