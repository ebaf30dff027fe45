/**
 * The text files of the Dark Machines challenges: one event a line, {@code
 * id;process;weight;MET;METphi;object,E,pt,eta,phi;…}, as many objects as there are, in MeV.
 */
@NullMarked
package org.dipscope.core.format.darkmachines;

import org.jspecify.annotations.NullMarked;
