// What TSX becomes in the bundle (see build.mjs): calls of h, which are shorter than the automatic form.
export { Fragment, h } from 'preact';
