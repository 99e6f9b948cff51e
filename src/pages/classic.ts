/** The one classic script: every element, the functions as `Relais`, and placeholders filled. */
import {mountPlaceholders} from './mount.js';

export * from '../index.js';

mountPlaceholders();
