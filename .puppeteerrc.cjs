// The browser comes inside @sparticuz/chromium; puppeteer must not download one of its own.
module.exports = { skipDownload: true };
