import * as enForms from './en-builder-forms.js';
import * as enNotes from './en-builder-notes.js';
import * as en from './en-builder.js';
import * as frForms from './fr-builder-forms.js';
import * as frNotes from './fr-builder-notes.js';
import * as fr from './fr-builder.js';

/** The words of the builder: in modules of their own, no other page downloads them. */
export const builderStrings = {fr: fr.builder, en: en.builder};
export const builderFormStrings = {fr: frForms.builderForms, en: enForms.builderForms};
export const builderNoteStrings = {fr: frNotes.builderNotes, en: enNotes.builderNotes};
