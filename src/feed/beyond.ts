/**
 * What a feed of one page that is right does not need: several feeds, pages, published folders, platforms'
 * answers, a campaign that is not there. One file, which a page loads when it meets one of them.
 */
export {seekCampaign} from './missing.js';
export {readOther} from './other.js';
export {readFolder} from './published/whole.js';
export {loadTogether, readOn} from './several.js';
