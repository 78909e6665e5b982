/** Where a window enters with its token. */
export const ENTRANCE = '/enter';
export const ENTRANCE_SCRIPT = '/enter.js';

/**
 * The page of the entrance. A redirect would not do: where another site or program led here, the browser does not send a
 * strict cookie along with it, but does with what this page asks for. `replace` takes the token out of the history.
 */
export const ENTRANCE_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Veriscope</title></head>
<body><noscript>Veriscope needs JavaScript, which this browser has switched off.</noscript><script src="${ENTRANCE_SCRIPT}"></script></body>
</html>
`;

export const ENTRANCE_CODE = `location.replace('/' + location.hash);\n`;
