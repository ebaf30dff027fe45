/** Training of networks: what to train, how it goes, and how it went before. */
@org.jspecify.annotations.NullMarked
package org.dipscope.app.training;
