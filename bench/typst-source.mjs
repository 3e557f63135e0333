/** Final HTML -> the same words in Typst: two boxes side by side, then two columns; drawings are left out. */

export function typstSource(html) {
  const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body>/.exec(html) ?? [];
  const bare = body.replace(/<svg[\s\S]*?<\/svg>/g, '');
  const between = (start, end) => {
    const from = bare.indexOf(start);
    const to = end === undefined ? bare.length : bare.indexOf(end, from);
    return from < 0 || to < 0 ? '' : bare.slice(bare.indexOf('>', from) + 1, to);
  };
  const top = bare.slice(0, bare.indexOf('data-part="emergency"'));
  const after = bare.slice(bare.indexOf('</section>', bare.indexOf('data-part="same-day"')));
  const box = (html, color) => `rect(width: 100%, stroke: 1.5pt + ${color}, radius: 7pt)[${words(html)}]`;
  return `#set document(title: "Handout")
#set page(paper: "us-letter", margin: 13mm, footer: context [Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Atkinson Hyperlegible Next", size: 12pt)
${words(top)}
#grid(columns: (1.1fr, 1fr), column-gutter: 3.5mm, ${box(between('data-part="emergency"', 'data-part="same-day"'), 'red')}, ${box(between('data-part="same-day"', '</aside>'), 'orange')})
${words(after.slice(0, after.indexOf('data-column="wide"')))}
#pagebreak()
#grid(columns: (2fr, 1fr), column-gutter: 4mm, [${words(after.slice(after.indexOf('data-column="wide"'), after.indexOf('data-column="rail"')))}], rect(width: 100%)[${words(after.slice(after.indexOf('data-column="rail"')))}])
`;
}

function words(html) {
  return [...html.matchAll(/<(h[1-4]|p|li)\b[^>]*>([\s\S]*?)<\/\1>/g)]
    .map(([, tag, inner]) => {
      const text = plain(inner);
      if (tag.startsWith('h')) return `\n${'='.repeat(Number(tag[1]))} ${text}\n`;
      return tag === 'li' ? `- ${text}` : `\n${text}\n`;
    })
    .join('\n');
}

const marks = { amp: '&', lt: '<', gt: '>', quot: '"' };

export function plain(html) {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => marks[name])
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\#*_`$<>@[\]~=+/-]/g, '\\$&');
}
