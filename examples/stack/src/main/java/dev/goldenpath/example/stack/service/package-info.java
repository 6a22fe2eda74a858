/** What both services are made of: settings from the launcher and a life bound to it; the door is {@link dev.goldenpath.example.stack.service.ServiceProcess}. */
@NullMarked
package dev.goldenpath.example.stack.service;

import org.jspecify.annotations.NullMarked;
