/** Draws Microsoft Teams' messages and dialogs: Adaptive Cards, with the subset that is sent here. */
import { el } from '../dom.js';
import { inputOf } from './inputs.js';
import { literal, markdown } from './words.js';

export const PLATFORM = { name: 'Teams', direct: 'Chat with Touchpoint', channelPrefix: '' };

const KNOWN = new Set(['TextBlock', 'RichTextBlock', 'Image', 'ImageSet', 'Container', 'ColumnSet', 'Column', 'FactSet', 'ActionSet', 'Table',
  'Input.Text', 'Input.Number', 'Input.Date', 'Input.Time', 'Input.Toggle', 'Input.ChoiceSet', 'Badge', 'CodeBlock', 'Rating',
  'Action.OpenUrl', 'Action.Submit', 'Action.Execute', 'Action.ShowCard', 'Action.ToggleVisibility']);

/**
 * Draws what a message shows.
 * @param message of the sandbox's interface
 * @param context zone of the reader, press(control, value)
 */
export function drawMessage(message, context) {
  const card = message.native?.card;
  const controls = message.controls ?? [];
  const buttons = controls.filter((control) => control.kind === 'button' && !control.id.startsWith('feedback/')).map((control) => control.id);
  const inner = { ...context, inputs: [], buttons, inMessage: true, press: (control, value) => context.press(control, value, valuesOf(inner)) };
  const text = message.native?.text;
  const body = el('div', {}, text ? el('div', { class: 'ac-plain' }, markdown(text, context)) : null, card ? drawCard(card, inner) : null);
  if (!text && !card) {
    body.append(el('p', { class: 'ac-plain' }, message.text));
  }
  const thumbs = controls.filter((control) => control.id.startsWith('feedback/'));
  if (thumbs.length > 0) {
    body.append(el('div', { class: 'ac-feedback' }, thumbs.map((thumb) =>
      el('button', { class: 'ac-button', type: 'button', 'data-control': thumb.id, onclick: () => context.press(thumb.id) },
        thumb.id.endsWith('/like') ? '👍 Like' : '👎 Dislike'))));
  }
  return body;
}

/**
 * Draws a dialog's content; the button that sends it stands on the card.
 * @return {{node, values, write, errors}} the node, a function that reads what is filled in, one that fills in, and one that shows errors
 */
export function drawForm(form, context) {
  const inputs = [];
  const inner = { ...context, inputs, buttons: [...(form.native?.buttons ?? [])], send: form.native?.send };
  return {
    node: drawCard(form.native?.card ?? {}, inner),
    submit: null,
    close: 'Close',
    values: () => valuesOf(inner),
    write: (id, value) => inputs.find((input) => input.id === id)?.write(value),
    errors: (errors) => {
      let first = null;
      for (const input of inputs) {
        const words = errors?.[input.id];
        input.complain(words);
        first ??= words ? input : null;
      }
      first?.focus();
    },
  };
}

const valuesOf = (context) => Object.fromEntries(context.inputs.map((input) => [input.id, input.read()]));

function drawCard(card, context) {
  return el('div', { class: 'ac', lang: card.lang }, (card.body ?? []).map((element) => drawn(element, context)), actions(card.actions, context));
}

/** An element, or its fallback where it is not known; null for nothing. */
function drawn(element, context) {
  if (!element || element === 'drop' || element.isVisible === false) {
    return null;
  }
  if (!KNOWN.has(element.type) && !element.type?.startsWith('Chart.')) {
    return drawn(element.fallback, context);
  }
  const node = draw(element, context);
  if (node && element.separator) {
    node.classList.add('ac-separator');
  }
  if (node && String(element.spacing).toLowerCase() === 'none') {
    node.classList.add('ac-tight');
  }
  return node;
}

function draw(element, context) {
  switch (element.type) {
    case 'TextBlock':
      return textBlock(element, context);
    case 'RichTextBlock':
      return el('p', { class: `ac-text${aligned(element)}` }, (element.inlines ?? []).map((run) => textRun(run, context)));
    case 'Image':
      return image(element, context);
    case 'ImageSet':
      return el('div', { class: 'ac-columns' }, (element.images ?? []).map((one) => image(one, context)));
    case 'Container':
      return container(element, context);
    case 'ColumnSet':
      return el('div', { class: `ac-columns${styled(element)}` }, (element.columns ?? []).map((column) => columnOf(column, context)));
    case 'FactSet':
      return el('dl', { class: 'ac-facts' }, (element.facts ?? []).flatMap((fact) =>
        [el('dt', {}, markdown(fact.title ?? '', context)), el('dd', {}, markdown(fact.value ?? '', context))]));
    case 'ActionSet':
      return actions(element.actions, context);
    case 'Table':
      return table(element, context);
    case 'Badge':
      return el('span', { class: 'ac-badge' }, element.text ?? '');
    case 'CodeBlock':
      return el('pre', { class: 'ac-code' }, element.codeSnippet ?? '');
    case 'Rating':
      return el('p', { class: 'ac-text' }, `${element.value} of ${element.max ?? 5}`);
    default:
      return element.type.startsWith('Chart.') ? chart(element) : inputOf(element, context);
  }
}

const low = (value) => String(value ?? '').toLowerCase();

const aligned = (element) => (['center', 'right'].includes(low(element.horizontalAlignment)) ? ` ac-${low(element.horizontalAlignment)}` : '');

const styled = (element) => (element.style && low(element.style) !== 'default' ? ` ac-styled ac-style-${low(element.style)}` : '');

/** The classes of a text: how large, how heavy, in which colour. */
function look(element) {
  const marks = [];
  if (['small', 'medium', 'large', 'extralarge'].includes(low(element.size))) {
    marks.push(`ac-${low(element.size)}`);
  }
  if (['bolder', 'lighter'].includes(low(element.weight))) {
    marks.push(`ac-${low(element.weight)}`);
  }
  if (['attention', 'good', 'warning', 'accent'].includes(low(element.color))) {
    marks.push(`ac-${low(element.color)}`);
  }
  if (element.isSubtle) {
    marks.push('ac-subtle');
  }
  return marks.join(' ');
}

function textBlock(element, context) {
  const heading = low(element.style) === 'heading';
  const wrap = element.wrap ? '' : ' ac-nowrap';
  return el('div', { class: `ac-text ${look(element)}${aligned(element)}${wrap}`, role: heading ? 'heading' : undefined, 'aria-level': heading ? '3' : undefined },
    markdown(element.text ?? '', context));
}

function textRun(run, context) {
  if (typeof run === 'string') {
    return literal(run, context);
  }
  const words = literal(run.text ?? '', context);
  const marks = `${look(run)}${run.italic ? ' ac-italic' : ''}`;
  return run.selectAction?.type === 'Action.OpenUrl' ? link(run.selectAction.url, words, context, marks) : el('span', { class: marks }, words);
}

function link(url, words, context, marks) {
  return /^(https?|mailto):/.test(url) ? el('a', { class: marks || undefined, href: context.url(url), target: '_blank', rel: 'noreferrer noopener' }, words)
    : el('span', { class: marks }, words);
}

function image(element, context) {
  const sizes = { small: 40, medium: 80, large: 160 };
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const themed = element.themedUrls?.find((one) => low(one.theme) === (dark ? 'dark' : 'light'))?.url;
  return el('img', { class: 'ac-image', src: context.url(themed ?? element.url ?? ''), alt: element.altText ?? '', width: sizes[low(element.size)] });
}

/** A container in grey that begins with somebody's words is a quote. */
function container(element, context) {
  const quote = low(element.style) === 'emphasis' && element.items?.[0]?.type === 'RichTextBlock';
  const node = el(quote ? 'blockquote' : 'div', { class: `ac-container${styled(element)}` },
    element.selectAction ? action({ title: 'Open', ...element.selectAction }, context) : null, (element.items ?? []).map((one) => drawn(one, context)));
  return node;
}

function columnOf(column, context) {
  const auto = column.width === 'auto';
  const node = el('div', { class: `ac-column${auto ? ' ac-auto' : ''}${styled(column)}` },
    column.selectAction ? action({ title: 'Open', ...column.selectAction }, context) : null, (column.items ?? []).map((one) => drawn(one, context)));
  if (Number(column.width) > 0) {
    node.style.flexGrow = column.width;
  }
  return node;
}

function table(element, context) {
  const heads = element.firstRowAsHeaders ?? element.firstRowAsHeader ?? true;
  const row = (one, cell) => el('tr', {}, (one.cells ?? []).map((part) => el(cell, {}, (part.items ?? []).map((item) => drawn(item, context)))));
  const [first, ...others] = element.rows ?? [];
  return el('div', { class: 'ac-scroll', tabindex: '0', role: 'group', 'aria-label': 'Table' }, el('table', { class: 'ac-table' },
    first && heads ? el('thead', {}, row(first, 'th')) : null,
    el('tbody', {}, (heads ? others : element.rows ?? []).map((one) => row(one, 'td')))));
}

/* Actions */

function actions(list, context) {
  if (!list || list.length === 0) {
    return null;
  }
  const row = el('div', { class: 'ac-actions' });
  const nested = el('div', { class: 'ac-nested-cards' });
  for (const one of list) {
    const known = KNOWN.has(one.type) ? one : one.fallback;
    if (known?.type) {
      row.append(action(known, context, nested));
    }
  }
  return el('div', {}, row, nested);
}

function action(one, context, nested) {
  const id = context.buttons.shift() ?? one.id ?? '';
  const label = one.title ?? 'Open';
  const marks = `ac-button${['positive', 'destructive'].includes(low(one.style)) ? ` ac-${low(one.style)}` : ''}`;
  const shared = { class: marks, 'data-control': id, title: one.tooltip, 'aria-label': one.tooltip };
  if (one.type === 'Action.OpenUrl') {
    return el('a', { ...shared, href: context.url(one.url), target: '_blank', rel: 'noreferrer noopener' }, label);
  }
  if (one.type === 'Action.ShowCard' && nested) {
    const inner = el('div', { class: 'ac-nested', hidden: true }, (one.card?.body ?? []).map((element) => drawn(element, context)),
      actions(one.card?.actions, context));
    nested.append(inner);
    const button = el('button', { ...shared, type: 'button', 'aria-expanded': 'false' }, label);
    button.addEventListener('click', () => {
      inner.hidden = !inner.hidden;
      button.setAttribute('aria-expanded', String(!inner.hidden));
    });
    return button;
  }
  if (context.send && id === context.send) {
    return el('button', { ...shared, type: 'submit' }, label);
  }
  return el('button', { ...shared, type: 'button', onclick: () => context.press(id) }, label);
}

/* Charts */

/** Every chart as bars with their numbers: what they say, not how they are drawn. */
function chart(element) {
  const { names, series } = read(element);
  const most = Math.max(1, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const unit = element.yAxisTitle === '%' ? '%' : '';
  const spoken = [element.title, ...series.map((one) => `${one.name ? `${one.name}: ` : ''}${names.map((name, i) => `${name} ${shown(one.values[i])}${unit}`).join(', ')}`)]
    .filter(Boolean).join('. ');
  const bars = names.map((name, i) => el('div', { class: 'ac-bar-row' }, el('span', { class: 'ac-bar-name' }, name),
    el('span', { class: 'ac-bar-group' }, series.map((one, index) => {
      const bar = el('span', { class: `ac-bar ac-bar-${index}` }, el('i', {}), el('span', {}, `${shown(one.values[i])}${unit}`));
      bar.firstChild.style.setProperty('--share', `${(100 * (one.values[i] ?? 0)) / most}%`);
      return bar;
    }))));
  return el('figure', { class: 'ac-chart' }, el('figcaption', {}, element.title ?? ''), el('div', { role: 'img', 'aria-label': spoken }, bars),
    series.length > 1 ? el('div', { class: 'ac-legend', 'aria-hidden': 'true' }, series.map((one, index) => el('span', { class: `ac-key ac-key-${index}` }, one.name))) : null);
}

const shown = (value) => (value === undefined || value === null ? '–' : String(Math.round(value * 10) / 10));

function read(element) {
  const data = element.data ?? [];
  const points = (one) => one.values ?? one.data;
  if (data.some((one) => Array.isArray(points(one)))) {
    const names = [...new Set(data.flatMap((one) => points(one).map((point) => point.x)))];
    return { names, series: data.map((one) => ({ name: one.legend ?? one.title ?? '', values: names.map((name) => points(one).find((point) => point.x === name)?.y) })) };
  }
  return { names: data.map((one) => one.x ?? one.legend), series: [{ name: '', values: data.map((one) => one.y ?? one.value) }] };
}

