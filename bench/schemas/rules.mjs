// The checks that are functions in every schema, so that none of them is slower for its own.
import {isMoment} from '../../lib/feed/moment.js';
import {faultOfPosition} from '../../lib/feed/position.js';

export {isMoment};
export const isPosition = (value) => faultOfPosition(value) === '';
export const isAddress = (value) => URL.canParse(value, 'https://a.example');
export const TEXT = /[^\s\p{C}]/u;
export const LINK = /^\s*([Hh][Tt][Tt][Pp][Ss]?:\/\/|\.{0,2}\/)/;
export const CURRENCY = /^\s*[A-Za-z]{3}\s*$/;
export const COMMUNE = /^\s*(\d\d|2[ABab])\d{3}\s*$/;
export const POSTCODE = /^\s*[A-Za-z\d][A-Za-z\d -]{1,10}\s*$/;
export const EPCI = /^\s*\d{9}\s*$/;
export const DEPARTEMENT = /^\s*(\d\d|2[ABab]|9[78]\d)\s*$/;
export const REGION = /^\s*(\d\d|9[78]\d)\s*$/;
export const COUNTRY = /^\s*[A-Za-z]{2}\s*$/;
export const LANGUAGE = /^\s*[A-Za-z]{2,3}(-[A-Za-z\d]{1,8})*\s*$/;
export const STATUSES = ['upcoming', 'live', 'succeeded', 'failed', 'cancelled'];
export const KINDS = ['public', 'association', 'company', 'person'];
export const UNITS = ['money', 'orders'];
export const MOST = 1e12;
