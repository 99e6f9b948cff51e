/** The script beside a frame, `resize.js`: it serves the frames of the folder that it came from. */
import {fitFrames} from './frame-host.js';

const script = document.currentScript as HTMLScriptElement | null;
if (script?.src) fitFrames(script.src);
