/**
 * Parton distributions of the proton, the strong coupling that belongs to them, and the gluon–gluon
 * and quark–antiquark luminosities of a hadron collider.
 */
@NullMarked
package org.dipscope.core.physics.parton;

import org.jspecify.annotations.NullMarked;
