/** Whether the code of the tests could fake a pass, judged from class files, of which none is loaded. */
@NullMarked
package dev.goldenpath.policy;

import org.jspecify.annotations.NullMarked;
