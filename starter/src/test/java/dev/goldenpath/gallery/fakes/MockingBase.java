package dev.goldenpath.gallery.fakes;

import static org.mockito.Mockito.mock;

import java.util.List;

abstract class MockingBase {
    List<?> answers() {
        return mock(List.class);
    }
}
