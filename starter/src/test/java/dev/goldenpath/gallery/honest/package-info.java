@NullMarked
package dev.goldenpath.gallery.honest;

import org.jspecify.annotations.NullMarked;
