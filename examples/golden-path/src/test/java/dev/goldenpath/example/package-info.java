/** The golden path of the example product: what must work before anything else is worth testing. */
package dev.goldenpath.example;
