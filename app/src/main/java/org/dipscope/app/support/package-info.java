/**
 * What every screen of the workbench shares: the live computation, long jobs, the way back to the
 * thread that owns the views, and exact input fields. Knows no physics.
 */
@NullMarked
package org.dipscope.app.support;

import org.jspecify.annotations.NullMarked;
