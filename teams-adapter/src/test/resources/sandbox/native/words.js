/** The words of cards: the little Markdown that they know, and moments in the reader's zone. */
import { el, moment } from '../dom.js';

const MOMENT = /\{\{(DATE|TIME)\(([0-9T:.+Z-]+)(?:,\s?(COMPACT|SHORT|LONG))?\)\}\}/g;

const DATES = {
  COMPACT: { day: '2-digit', month: '2-digit', year: 'numeric' },
  SHORT: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  LONG: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

/** A text in which only moments are rendered. */
export function literal(text, context) {
  return text.replace(MOMENT, (whole, what, at, format) => {
    if (Number.isNaN(Date.parse(at))) {
      return whole;
    }
    return moment(at, context.zone, what === 'TIME' ? { hour: '2-digit', minute: '2-digit' } : DATES[format ?? 'COMPACT']);
  });
}

/** A text as Teams renders it: bold, italic, links, mentions and lists. */
export function markdown(text, context) {
  const nodes = [];
  let list = null;
  literal(text, context).split(/\r?\n|<br\s*\/?>/).forEach((line, index) => {
    const item = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/.exec(line);
    if (item) {
      const tag = item[1] ? 'ol' : 'ul';
      if (list?.localName !== tag) {
        list = el(tag, {});
        nodes.push(list);
      }
      list.append(el('li', {}, inline(item[2], context)));
      return;
    }
    if (index > 0 && !list) {
      nodes.push(el('br'));
    }
    list = null;
    nodes.push(...inline(line, context));
  });
  return nodes;
}

const TOKEN = /\\([\\`*_{}[\]()#+.!~>|-])|\[([^\]]+)\]\(([^)\s]+)\)|<at[^>]*>(.*?)<\/at>|\*\*(?=\S)(.+?)\*\*|__(?=\S)(.+?)__|(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]+?)\7(?![\p{L}\p{N}])/gu;

function inline(text, context) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    nodes.push(entities(text.slice(from, match.index)));
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      nodes.push(match[1]);
    } else if (match[2] !== undefined) {
      nodes.push(/^(https?|mailto):/.test(match[3])
        ? el('a', { href: context.url(match[3]), target: '_blank', rel: 'noreferrer noopener' }, entities(match[2])) : entities(match[2]));
    } else if (match[4] !== undefined) {
      nodes.push(el('span', { class: 'ac-mention' }, entities(match[4])));
    } else if (match[8] !== undefined) {
      nodes.push(el('em', {}, inline(match[8], context)));
    } else {
      nodes.push(el('strong', {}, inline(match[5] ?? match[6], context)));
    }
  }
  nodes.push(entities(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

const entities = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&');
