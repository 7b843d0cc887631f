package io.touchpoint.chat;

/** A part of a form: a block that is read, or a field that is filled in. */
public sealed interface FormPart permits Block, Field {

}
