/**
 * The gallery: fakes that pass and must not count, and honest tests of unusual shape that must. {@link
 * dev.goldenpath.gallery.GalleryOfFakesTest} and {@link dev.goldenpath.gallery.GalleryOfHonestTestsTest} run them.
 */
@NullMarked
package dev.goldenpath.gallery;

import org.jspecify.annotations.NullMarked;
