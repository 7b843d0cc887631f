/** Draws Slack's Block Kit: messages, home tabs and modals. */
import { el, moment } from '../dom.js';

export const PLATFORM = { name: 'Slack', direct: 'Direct message with Touchpoint', channelPrefix: '#' };

/**
 * Draws what a message or home tab shows.
 * @param message of the sandbox's interface
 * @param context zone of the reader, names of people and channels, press(control, value)
 */
export function drawMessage(message, context) {
  const blocks = message.native?.blocks ?? [];
  const controls = message.controls ?? [];
  const body = el('div', { class: 'bk' });
  if (blocks.length === 0) {
    const source = message.native?.text;
    body.append(el('div', { class: 'bk-section' }, source === undefined ? message.text : mrkdwn(source, context)));
    return body;
  }
  for (const block of blocks) {
    body.append(drawBlock(block, { ...context, controls, live: true }));
  }
  return body;
}

/**
 * Draws a modal's content.
 * @return {{node, values, errors}} the node, a function that reads what is filled in, and one that shows errors
 */
export function drawForm(form, context) {
  const body = el('div', { class: 'bk bk-modal' });
  const inputs = [];
  const inner = { ...context, controls: form.fields ?? [], inputs, live: true };
  for (const block of form.native?.blocks ?? []) {
    body.append(drawBlock(block, inner));
  }
  return {
    node: body,
    submit: form.native?.submit?.text ?? null,
    close: form.native?.close?.text ?? 'Close',
    values: () => Object.fromEntries(inputs.map((input) => [input.id, input.read()])),
    write: (id, value) => inputs.find((input) => input.id === id)?.write(value),
    errors: (errors) => {
      let first = null;
      for (const input of inputs) {
        const words = errors?.[input.id];
        input.complain(words);
        first = first ?? (words ? input : null);
      }
      first?.focus();
    },
  };
}

function drawBlock(block, context) {
  switch (block.type) {
    case 'header':
      return el('h3', { class: 'bk-header' }, emoji(block.text.text));
    case 'section':
      return section(block, context);
    case 'rich_text':
      return el('div', { class: 'bk-rich' }, block.elements.map((part) => rich(part, context)));
    case 'context':
      return el('div', { class: 'bk-context' }, block.elements.map((part) => part.type === 'image'
        ? el('img', { src: part.image_url, alt: part.alt_text }) : el('span', {}, textObject(part, context))));
    case 'divider':
      return el('hr', { class: 'bk-divider' });
    case 'actions':
    case 'context_actions':
      return el('div', { class: 'bk-actions' }, block.elements.map((part) => element(part, block, context)));
    case 'input':
      return inputBlock(block, context);
    case 'image':
      return el('figure', { class: 'bk-image' },
        block.title ? el('figcaption', {}, block.title.text) : null,
        el('img', { src: block.image_url, alt: block.alt_text }));
    case 'data_visualization':
      return chart(block);
    case 'markdown':
      return el('div', { class: 'bk-section' }, block.text);
    case 'table':
    case 'data_table':
      return table(block, context);
    default:
      return el('div', { class: 'bk-unknown' }, `(${block.type})`);
  }
}

function section(block, context) {
  const node = el('div', { class: 'bk-section' });
  const words = el('div', { class: 'bk-words' });
  if (block.text) {
    words.append(...textObject(block.text, context));
  }
  if (block.fields) {
    words.append(el('div', { class: 'bk-fields' }, block.fields.map((field) => el('div', {}, textObject(field, context)))));
  }
  node.append(words);
  if (block.accessory) {
    node.append(element(block.accessory, block, context));
  }
  return node;
}

/* Text */

function textObject(text, context) {
  return text.type === 'mrkdwn' ? mrkdwn(text.text, context) : [text.emoji === false ? text.text : emoji(text.text)].map(lines).flat();
}

function lines(text) {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [el('br'), line]));
}

const EMOJI = {
  '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', white_check_mark: '✅', heavy_check_mark: '✔️', star: '⭐',
  wave: '👋', calendar: '📆', bell: '🔔', warning: '⚠️', speech_balloon: '💬',
};

const emoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);

const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** Slack's own mark-up, as nodes. */
export function mrkdwn(source, context) {
  const nodes = [];
  let quote = null;
  source.split('\n').forEach((line, index) => {
    const quoted = /^(?:>|&gt;)\s?(.*)$/.exec(line);
    if (quoted) {
      if (quote === null) {
        quote = el('blockquote');
        nodes.push(quote);
      } else {
        quote.append(el('br'));
      }
      quote.append(...inline(quoted[1], context));
      return;
    }
    if (index > 0 && quote === null) {
      nodes.push(el('br'));
    }
    quote = null;
    nodes.push(...inline(line, context));
  });
  return nodes;
}

const TOKEN = /<([^<>]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])\*([^*\n]+)\*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])~([^~\n]+)~(?![\p{L}\p{N}])/gu;

function inline(text, context) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    nodes.push(emoji(unescape(text.slice(from, match.index))));
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      nodes.push(angle(match[1], context));
    } else if (match[2] !== undefined) {
      nodes.push(el('code', {}, unescape(match[2])));
    } else if (match[3] !== undefined) {
      nodes.push(el('strong', {}, inline(match[3], context)));
    } else if (match[4] !== undefined) {
      nodes.push(el('em', {}, inline(match[4], context)));
    } else {
      nodes.push(el('s', {}, inline(match[5], context)));
    }
  }
  nodes.push(emoji(unescape(text.slice(from))));
  return nodes.filter((node) => node !== '');
}

function angle(inside, context) {
  const [target, label] = inside.split('|');
  if (target.startsWith('@')) {
    return mention(target.slice(1), label, context);
  }
  if (target.startsWith('#')) {
    return el('span', { class: 'bk-mention' }, `#${context.channelName(target.slice(1)) ?? label ?? 'channel'}`);
  }
  if (target.startsWith('!date^')) {
    const [, at, format] = target.split('^');
    return time(Number(at), format, label ?? '', context);
  }
  if (target.startsWith('!')) {
    return el('span', { class: 'bk-mention' }, `@${target.slice(1)}`);
  }
  return link(unescape(target), label === undefined ? unescape(target) : unescape(label), context);
}

function mention(id, label, context) {
  return el('span', { class: 'bk-mention' }, `@${context.personName(id) ?? label ?? id}`);
}

function link(url, label, context) {
  return /^(https?|mailto):/.test(url)
    ? el('a', { href: context.url(url), target: '_blank', rel: 'noreferrer noopener' }, label)
    : el('span', {}, label);
}

const FORMATS = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date_pretty: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short_pretty: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long_pretty: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day_divider_pretty: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

function time(at, format, fallback, context) {
  const shown = (format ?? '{date_short} {time}').replace(/\{(\w+)\}/g, (whole, name) => FORMATS[name]
    ? moment(at * 1000, context.zone, FORMATS[name]) : whole);
  return el('time', { datetime: new Date(at * 1000).toISOString(), title: fallback || undefined }, shown);
}

/* Rich text */

function rich(part, context) {
  switch (part.type) {
    case 'rich_text_quote':
      return el('blockquote', {}, part.elements.map((piece) => span(piece, context)).flat());
    case 'rich_text_preformatted':
      return el('pre', {}, part.elements.map((piece) => span(piece, context)).flat());
    case 'rich_text_list':
      return el(part.style === 'ordered' ? 'ol' : 'ul', {},
        part.elements.map((item) => el('li', {}, item.elements.map((piece) => span(piece, context)).flat())));
    default:
      return el('div', {}, part.elements.map((piece) => span(piece, context)).flat());
  }
}

function span(piece, context) {
  switch (piece.type) {
    case 'text':
      return styled(lines(piece.text), piece.style);
    case 'link':
      return styled([link(piece.url, piece.text ?? piece.url, context)], piece.style);
    case 'user':
      return [mention(piece.user_id, null, context)];
    case 'channel':
      return [el('span', { class: 'bk-mention' }, `#${context.channelName(piece.channel_id) ?? 'channel'}`)];
    case 'emoji':
      return [EMOJI[piece.name] ?? `:${piece.name}:`];
    case 'date':
      return styled([time(piece.timestamp, piece.format, piece.fallback, context)], piece.style);
    case 'broadcast':
      return [el('span', { class: 'bk-mention' }, `@${piece.range}`)];
    default:
      return [piece.text ?? ''];
  }
}

function styled(nodes, style = {}) {
  let inner = nodes;
  for (const [name, tag] of [['code', 'code'], ['strike', 's'], ['italic', 'em'], ['bold', 'strong']]) {
    if (style[name]) {
      inner = [el(tag, {}, inner)];
    }
  }
  return inner;
}

/* Charts and tables */

function chart(block) {
  const { type, series = [], segments = [], axis_config: axis = {} } = block.chart ?? block;
  const figure = el('figure', { class: 'bk-chart' }, el('figcaption', {}, block.title));
  if (type === 'pie') {
    figure.append(el('ul', {}, segments.map((one) => el('li', {}, `${one.label} ${one.value}`))));
    return figure;
  }
  const categories = axis.categories ?? series[0]?.data.map((point) => point.label) ?? [];
  const most = Math.max(1, ...series.flatMap((one) => one.data.map((point) => point.value)));
  const rows = el('div', { class: 'bk-bars', role: 'img', 'aria-label': spoken(block.title, series) });
  for (const category of categories) {
    rows.append(el('div', { class: 'bk-bar-row' },
      el('span', { class: 'bk-bar-name' }, category),
      el('span', { class: 'bk-bar-group' }, series.map((one, index) => {
        const value = one.data.find((point) => point.label === category)?.value ?? 0;
        const bar = el('span', { class: `bk-bar bk-bar-${index}` }, el('span', { class: 'bk-bar-value' }, String(Math.round(value))));
        bar.style.setProperty('--share', `${(100 * value) / most}%`);
        return bar;
      }))));
  }
  figure.append(rows, el('div', { class: 'bk-legend', 'aria-hidden': 'true' },
    series.map((one, index) => el('span', { class: `bk-key bk-key-${index}` }, one.name))));
  return figure;
}

const spoken = (title, series) => [title, ...series.map((one) =>
  `${one.name}: ${one.data.map((point) => `${point.label} ${Math.round(point.value)}`).join(', ')}`)].join('. ');

function table(block, context) {
  const cell = (one) => one.type === 'rich_text' ? one.elements.map((part) => rich(part, context)) : one.text ?? String(one.value ?? '');
  const [head, ...rows] = block.rows ?? [];
  return el('table', { class: 'bk-table' },
    block.caption ? el('caption', {}, block.caption.text ?? block.caption) : null,
    head ? el('thead', {}, el('tr', {}, head.map((one) => el('th', {}, cell(one))))) : null,
    el('tbody', {}, rows.map((row) => el('tr', {}, row.map((one) => el('td', {}, cell(one)))))));
}

/* Elements that can be used */

function controlId(part, block, context) {
  const whole = `${block.block_id}/${part.action_id}`;
  return context.controls.some((control) => control.id === whole || control.id.startsWith(`${whole}/`)) ? whole : part.action_id;
}

function element(part, block, context) {
  const id = controlId(part, block, context);
  switch (part.type) {
    case 'button':
      return button(part, id, context);
    case 'feedback_buttons':
      return el('span', { class: 'bk-feedback' }, [['positive', part.positive_button], ['negative', part.negative_button]].map(([which, one]) =>
        el('button', { class: 'bk-button', type: 'button', 'data-control': `${id}/${which}`,
          'aria-label': one.accessibility_label ?? one.text.text, onclick: () => context.press(`${id}/${which}`) }, one.text.text)));
    case 'overflow':
      return choice(part, id, context, '…');
    case 'image':
      return el('img', { class: 'bk-thumb', src: part.image_url, alt: part.alt_text });
    default:
      return field(part, id, context, true).node;
  }
}

function button(part, id, context) {
  const label = emoji(part.text.text);
  const look = part.style ? ` bk-${part.style}` : '';
  if (part.url) {
    return el('a', { class: `bk-button${look}`, href: context.url(part.url), target: '_blank', rel: 'noreferrer noopener',
      'aria-label': part.accessibility_label, 'data-control': id }, label);
  }
  return el('button', { class: `bk-button${look}`, type: 'button', 'data-control': id,
    'aria-label': part.accessibility_label, title: part.accessibility_label,
    onclick: () => (part.confirm && !window.confirm(part.confirm.text.text) ? null : context.press(id, part.value)) }, label);
}

function choice(part, id, context, first) {
  return el('select', { class: 'bk-input', 'data-control': id, 'aria-label': part.placeholder?.text ?? first,
    onchange: (event) => event.target.value && context.press(id, event.target.value) },
  el('option', { value: '' }, part.placeholder?.text ?? first),
  (part.options ?? []).map((option) => el('option', { value: option.value }, option.text.text)));
}

let unique = 0;

function inputBlock(block, context) {
  const part = block.element;
  const id = controlId(part, block, context);
  const input = field(part, id, context, block.dispatch_action === true);
  const error = el('p', { class: 'bk-error', role: 'alert', hidden: true });
  const hint = block.hint ? el('p', { class: 'bk-hint' }, block.hint.text) : null;
  const labelId = `bk-label-${++unique}`;
  const label = el('span', { class: 'bk-label', id: labelId }, block.label.text,
    block.optional ? el('span', { class: 'soft' }, ' (optional)') : null);
  input.node.setAttribute('aria-labelledby', labelId);
  if (input.group) {
    input.node.setAttribute('role', part.type === 'radio_buttons' ? 'radiogroup' : 'group');
  }
  context.inputs?.push({
    id,
    read: input.read,
    write: input.write,
    focus: () => (input.node.matches('input,select,textarea') ? input.node : input.node.querySelector('input'))?.focus(),
    complain: (words) => {
      error.textContent = words ?? '';
      error.hidden = !words;
      input.node.toggleAttribute('aria-invalid', Boolean(words));
    },
  });
  return el(input.group ? 'div' : 'label', { class: 'bk-field' }, label, input.node, hint, error);
}

/** A field: its node, how its value is read, and whether it is a group of inputs. */
function field(part, id, context, live) {
  const known = context.state?.(id);
  const tell = (value) => (live ? context.press(id, value) : null);
  switch (part.type) {
    case 'plain_text_input':
    case 'rich_text_input':
    case 'email_text_input':
    case 'url_text_input': {
      const many = part.multiline || part.type === 'rich_text_input';
      const node = el(many ? 'textarea' : 'input', { class: 'bk-input', 'data-control': id, maxlength: part.max_length,
        placeholder: part.placeholder?.text, rows: many ? 4 : undefined,
        onchange: live ? () => tell(node.value) : undefined });
      node.value = known ?? plainInitial(part.initial_value) ?? '';
      return plain(node, tell);
    }
    case 'number_input': {
      const node = el('input', { class: 'bk-input', type: 'number', 'data-control': id, min: part.min_value, max: part.max_value,
        onchange: live ? () => tell(node.value) : undefined });
      node.value = known ?? part.initial_value ?? '';
      return plain(node, tell);
    }
    case 'datepicker':
    case 'timepicker': {
      const node = el('input', { class: 'bk-input', type: part.type === 'datepicker' ? 'date' : 'time', 'data-control': id,
        onchange: live ? () => node.value && tell(node.value) : undefined });
      node.value = known ?? part.initial_date ?? part.initial_time ?? '';
      return plain(node, tell);
    }
    case 'radio_buttons':
    case 'checkboxes':
      return boxes(part, id, known, tell);
    case 'users_select':
    case 'multi_users_select':
      return select({ ...part, options: context.people.map((person) => ({ value: person.id, text: { text: person.name } })),
        initial_option: part.initial_user ? { value: part.initial_user } : undefined,
        initial_options: part.initial_users?.map((value) => ({ value })) }, id, known, tell, part.type.startsWith('multi'));
    case 'static_select':
    case 'multi_static_select':
      return select(part, id, known, tell, part.type.startsWith('multi'));
    default: {
      const node = el('span', { class: 'bk-unknown' }, `(${part.type})`);
      return { node, read: () => '', write: () => null };
    }
  }
}

function plain(node, tell) {
  return {
    node,
    read: () => node.value,
    write: (value) => {
      node.value = value;
      return tell(value);
    },
  };
}

function plainInitial(initial) {
  return typeof initial === 'object' && initial !== null
    ? initial.elements?.flatMap((part) => part.elements ?? []).map((piece) => piece.text ?? '').join('') : initial;
}

function select(part, id, known, tell, many) {
  const chosen = known === undefined || known === null
    ? (many ? part.initial_options ?? [] : [part.initial_option].filter(Boolean)).map((option) => option.value)
    : [known].flat();
  const options = (part.options ?? part.option_groups?.flatMap((group) => group.options) ?? []).map((option) =>
    el('option', { value: option.value, selected: chosen.includes(option.value) }, option.text.text));
  const node = el('select', { class: 'bk-input', 'data-control': id, multiple: many, size: many ? Math.min(6, options.length) : undefined,
    onchange: () => tell(read()) },
  many ? null : el('option', { value: '', selected: chosen.length === 0 }, part.placeholder?.text ?? 'Choose'), options);
  const read = () => (many ? [...node.selectedOptions].map((option) => option.value) : node.value);
  const write = (value) => {
    [...node.options].forEach((option) => { option.selected = [value].flat().includes(option.value); });
    return tell(read());
  };
  return { node, read, write };
}

function boxes(part, id, known, tell) {
  const many = part.type === 'checkboxes';
  const chosen = known === undefined || known === null
    ? (many ? part.initial_options ?? [] : [part.initial_option].filter(Boolean)).map((option) => option.value)
    : [known].flat();
  const name = `bk-${++unique}`;
  const node = el('div', { class: 'bk-boxes', 'data-control': id });
  const read = () => {
    const values = [...node.querySelectorAll('input:checked')].map((box) => box.value);
    return many ? values : values[0] ?? '';
  };
  node.append(...part.options.map((option) => el('label', {},
    el('input', { type: many ? 'checkbox' : 'radio', name, value: option.value, checked: chosen.includes(option.value),
      onchange: () => tell(read()) }),
    el('span', {}, option.text.text, option.description ? el('small', {}, option.description.text) : null))));
  const write = (value) => {
    node.querySelectorAll('input').forEach((box) => { box.checked = [value].flat().includes(box.value); });
    return tell(read());
  };
  return { node, read, write, group: true };
}
