/** An element with attributes, listeners (on…) and children; null children are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'class') {
      element.className = value;
    } else if (value === true) {
      element.setAttribute(name, '');
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const HUES = [205, 18, 152, 280, 338, 46, 176, 240, 100, 310];

/** A square with a person's initials, always in the same colour. */
export function avatar(name, bot) {
  if (bot) {
    return el('img', { class: 'avatar', src: 'icon.svg', alt: '', width: 36, height: 36 });
  }
  const initials = name.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase();
  const hue = HUES[[...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % HUES.length];
  const square = el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
  square.style.setProperty('--hue', hue);
  return square;
}

/** A moment as somebody in this zone reads it. */
export function moment(instant, zone, options) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(new Date(instant));
}

export const DAY = { weekday: 'short', day: 'numeric', month: 'short' };
export const TIME = { hour: '2-digit', minute: '2-digit' };
