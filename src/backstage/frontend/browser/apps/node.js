// The catalog's export of lists names modules of Node, for which bundlers of browsers have stand-ins.
export class Transform {}
export class StringDecoder {}
export const Buffer = { from: text => new TextEncoder().encode(text) };
