@NullMarked
package dev.goldenpath.gallery.fakes;

import org.jspecify.annotations.NullMarked;
