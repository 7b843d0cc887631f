/** The inputs of cards: each with its label, what stands in it, and room for what is wrong with it. */
import { el } from '../dom.js';

let unique = 0;

/** Draws an input and tells the context how it is read and written. */
export function inputOf(element, context) {
  const known = context.state?.(element.id);
  const kept = known === undefined || known === null ? undefined : known;
  const field = fieldOf(element, kept, context);
  const labelId = `ac-label-${++unique}`;
  const errorId = `ac-error-${unique}`;
  const error = el('p', { class: 'ac-error', id: errorId, role: 'alert', hidden: true });
  const words = element.label ?? (element.type === 'Input.Toggle' ? '' : element.placeholder ?? '');
  const label = words ? el('span', { class: 'ac-label', id: labelId }, words, element.isRequired ? el('span', { class: 'ac-must', title: 'needed' }, ' *') : null) : null;
  if (label) {
    field.node.setAttribute('aria-labelledby', labelId);
  }
  if (element.isRequired && !field.group) {
    field.node.setAttribute('aria-required', 'true');
  }
  field.node.setAttribute('aria-describedby', errorId);
  context.inputs.push({
    id: element.id,
    read: field.read,
    write: field.write,
    focus: () => (field.node.matches('input,select,textarea') ? field.node : field.node.querySelector('input'))?.focus(),
    complain: (complaint) => {
      error.textContent = complaint ?? '';
      error.hidden = !complaint;
      field.node.setAttribute('aria-invalid', String(Boolean(complaint)));
    },
  });
  return el(field.group ? 'div' : 'label', { class: 'ac-field' }, label, field.node, error);
}

function fieldOf(element, kept, context) {
  switch (element.type) {
    case 'Input.ChoiceSet':
      return element.style === 'expanded' ? boxes(element, kept) : menu(element, kept, context);
    case 'Input.Toggle':
      return toggle(element, kept);
    case 'Input.Text':
      return plain(el(element.isMultiline ? 'textarea' : 'input', { class: 'ac-input', 'data-control': element.id, maxlength: element.maxLength,
        placeholder: element.placeholder, rows: element.isMultiline ? 4 : undefined }), element, kept);
    default: {
      const types = { 'Input.Date': 'date', 'Input.Time': 'time', 'Input.Number': 'number' };
      return plain(el('input', { class: 'ac-input', type: types[element.type] ?? 'text', 'data-control': element.id, min: element.min, max: element.max,
        placeholder: element.placeholder }), element, kept);
    }
  }
}

function plain(node, element, kept) {
  node.value = kept ?? element.value ?? '';
  return { node, read: () => node.value, write: (value) => { node.value = value; } };
}

const chosen = (element, kept) => {
  if (kept !== undefined) {
    return [kept].flat();
  }
  const value = element.value ?? '';
  return element.isMultiSelect ? value.split(',').filter(Boolean) : [value].filter(Boolean);
};

/** People, where a picker of people names none itself. */
function choicesOf(element, context) {
  const listed = element.choices ?? [];
  return listed.length > 0 || !element['choices.data'] ? listed : context.people.map((person) => ({ title: person.name, value: person.id }));
}

function menu(element, kept, context) {
  const many = element.isMultiSelect === true;
  const values = chosen(element, kept);
  const options = choicesOf(element, context).map((choice) => el('option', { value: choice.value, selected: values.includes(choice.value) }, choice.title));
  const node = el('select', { class: 'ac-input', 'data-control': element.id, multiple: many, size: many ? Math.min(6, options.length) : undefined },
    many ? null : el('option', { value: '', selected: values.length === 0 }, element.placeholder ?? 'Choose'), options);
  return {
    node,
    read: () => (many ? [...node.selectedOptions].map((option) => option.value) : node.value),
    write: (value) => [...node.options].forEach((option) => { option.selected = [value].flat().includes(option.value); }),
  };
}

function boxes(element, kept) {
  const many = element.isMultiSelect === true;
  const values = chosen(element, kept);
  const name = `ac-choice-${++unique}`;
  const node = el('div', { role: many ? 'group' : 'radiogroup', 'data-control': element.id }, (element.choices ?? []).map((choice) =>
    el('label', { class: 'ac-choice' }, el('input', { type: many ? 'checkbox' : 'radio', name, value: choice.value, checked: values.includes(choice.value) }),
      el('span', {}, choice.title))));
  const inputs = () => [...node.querySelectorAll('input')];
  return {
    node,
    group: true,
    read: () => {
      const picked = inputs().filter((box) => box.checked).map((box) => box.value);
      return many ? picked : picked[0] ?? '';
    },
    write: (value) => inputs().forEach((box) => { box.checked = [value].flat().includes(box.value); }),
  };
}

function toggle(element, kept) {
  const on = element.valueOn ?? 'true';
  const box = el('input', { type: 'checkbox', checked: (kept ?? element.value) === on });
  const node = el('div', { 'data-control': element.id }, el('label', { class: 'ac-choice' }, box, el('span', {}, element.title ?? '')));
  return { node, group: true, read: () => (box.checked ? on : element.valueOff ?? 'false'), write: (value) => { box.checked = value === on || value === true; } };
}
