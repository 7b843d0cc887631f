/** The page: three conversations, a clock, and things that happen in the shop. */
import { api } from './api.js';
import { DAY, el, moment, TIME } from './dom.js';
import { drawForm } from './native/native.js';
import { Pane } from './pane.js';
import { Story } from './story.js';

const HAPPENINGS = [
  ['order.delivered', 'an order is delivered', '20881'], ['order.placed', 'an order is placed', '20882'], ['order.returned', 'an order is returned', '20881'],
  ['ticket.solved', 'a ticket is solved', '77'], ['ticket.reopened', 'a ticket is reopened', '77'], ['page.visited', 'a product page is visited', 'tent-2'],
  ['article.read', 'a help article is read', 'sizes'],
];

const REPORTING_ZONE = 'Europe/Berlin';

class Desk {

  constructor() {
    this.state = { now: new Date(0).toISOString(), people: [], channels: [] };
    this.panes = Object.fromEntries([...document.querySelectorAll('.pane')].map((section) => [section.dataset.kind, new Pane(section, this)]));
    this.dialogs = [];
    this.working = 0;
    this.statusTimer = null;
    this.story = new Story(this);
    this.wire();
  }

  wire() {
    const kind = document.getElementById('kind');
    kind.append(...HAPPENINGS.map(([value, label]) => el('option', { value }, label)));
    const subject = document.getElementById('subject');
    subject.value = HAPPENINGS[0][2];
    kind.addEventListener('change', () => { subject.value = HAPPENINGS.find(([value]) => value === kind.value)[2]; });
    const actor = document.getElementById('actor');
    actor.addEventListener('change', () => this.panes.customer.choose(actor.value));
    document.getElementById('happening').addEventListener('submit', (event) => {
      event.preventDefault();
      this.act(() => this.happen({ kind: kind.value, customer: actor.value, subject: subject.value.trim() }));
    });
    document.querySelectorAll('[data-advance]').forEach((button) => button.addEventListener('click',
      () => this.act(() => api.clock({ advance: button.dataset.advance }))));
    document.getElementById('monday').addEventListener('click', () => this.act(() => api.clock({ to: nextMonday(this.state.now) })));
    document.getElementById('quarter').addEventListener('click', () => this.act(() => this.quarter()));
  }

  async start() {
    await this.refresh();
    const { customer, manager } = this.panes;
    manager.who.value = this.state.people.find((person) => person.role === 'manager')?.id ?? manager.who.value;
    await Promise.all([customer, manager].map((pane) => pane.refresh(true)));
    document.body.dataset.ready = 'true';
    setInterval(() => document.hidden || this.working > 0 || this.refresh(true).catch(() => this.say('The sandbox does not answer.')), 2500);
  }

  async refresh(idle) {
    this.state = await api.state();
    document.getElementById('where').textContent = `${this.state.company ?? this.state.workspace} on a simulated ${this.state.platform === 'slack' ? 'Slack' : 'Microsoft Teams'}`;
    const now = document.getElementById('now');
    now.textContent = `${moment(this.state.now, REPORTING_ZONE, { ...DAY, year: 'numeric' })}, ${moment(this.state.now, REPORTING_ZONE, TIME)} in Berlin`;
    now.setAttribute('datetime', this.state.now);
    Object.values(this.panes).forEach((pane) => pane.offer(this.state));
    const actor = document.getElementById('actor');
    actor.replaceChildren(...[...this.panes.customer.who.options].map((option) => option.cloneNode(true)));
    actor.value = this.panes.customer.who.value;
    await Promise.all(Object.values(this.panes).map((pane) => pane.refresh(false, idle)));
  }

  person(id) {
    return this.state.people.find((person) => person.id === id);
  }

  teamName(team) {
    return team ? `${team} team` : '';
  }

  /** What the drawing of anything needs to know. */
  surroundings(zone) {
    const own = this.state.publicUrl;
    return {
      zone,
      people: this.state.people.filter((person) => person.role !== 'customer'),
      personName: (id) => this.person(id)?.name,
      channelName: (id) => this.state.channels.find((channel) => channel.id === id)?.name,
      url: (url) => (own && url.startsWith(`${own}/`) ? url.slice(own.length) : url),
    };
  }

  /** What the drawing of a message needs to know. */
  context(pane, message) {
    return {
      ...this.surroundings(pane.zone()),
      press: (control, value, values) => this.act(() => this.press(pane.actor(), message.id, control, value, values)),
    };
  }

  /** Does something through the interface and shows what came of it; gives whether it went well. */
  async act(action) {
    this.working++;
    document.body.classList.add('busy');
    try {
      await action();
      await this.refresh();
      return true;
    } catch (problem) {
      this.say(problem.message);
      await this.refresh().catch(() => null);
      return false;
    } finally {
      this.working--;
      document.body.classList.toggle('busy', this.working > 0);
    }
  }

  async press(by, message, control, value, values) {
    const answer = await api.press({ by, message, control, ...(value === undefined ? {} : { value }), ...(values ? { values } : {}) });
    this.opened(answer.form, by);
    return answer;
  }

  /** Chooses the shortcut on a message that marks its conversation as solved. */
  mark(by, message) {
    return this.act(async () => this.opened((await api.mark({ by, message })).form, by));
  }

  async happen(event) {
    document.getElementById('kind').value = event.kind;
    document.getElementById('subject').value = event.subject;
    const answer = await api.happen(event);
    const words = (answer.decisions ?? []).map((decision) => `${decision.touchpoint}: ${decision.words}.`).join(' ')
      || `${answer.message ?? 'The application took it'}.`;
    document.getElementById('decision').textContent = words;
    return words;
  }

  async quarter() {
    this.say('A quarter is being played. This takes a little while.', true);
    const watching = setInterval(() => this.refresh(true).catch(() => null), 1500);
    try {
      const summary = await api.rehearse(13, 7);
      this.say(summary.text);
    } finally {
      clearInterval(watching);
    }
  }

  /** Opens a form, or puts it in the place of the one that stands. */
  opened(form, by, beside) {
    if (form) {
      const dialog = this.dialogs.find((one) => one.formId === form.id) ?? new Dialog(this, by, beside);
      dialog.show(form);
    }
  }

  nextMonday() {
    return nextMonday(this.state.now);
  }

  say(words, lasting) {
    const status = document.getElementById('status');
    status.textContent = words;
    status.classList.add('shown');
    clearTimeout(this.statusTimer);
    if (!lasting) {
      this.statusTimer = setTimeout(() => status.classList.remove('shown'), 7000);
    }
  }

  /** Takes away all marks that draw the eye. */
  unlook() {
    document.querySelectorAll('.look').forEach((node) => node.classList.remove('look'));
  }

}

/** A form that one person fills in. */
class Dialog {

  /** @param beside whether the rest of the page stays usable, as in the story */
  constructor(desk, by, beside) {
    this.desk = desk;
    this.beside = Boolean(beside);
    this.by = by;
    this.opener = document.activeElement;
    this.node = el('dialog', { 'aria-labelledby': `form-title-${desk.dialogs.length}` });
    this.node.addEventListener('close', () => this.closed());
    this.node.addEventListener('keydown', (event) => event.key === 'Escape' && this.beside && this.close());
    desk.dialogs.push(this);
    document.body.append(this.node);
  }

  show(form) {
    const kept = this.drawn ? { id: document.activeElement?.closest('[data-control]')?.dataset.control, values: this.drawn.values() } : null;
    this.formId = form.id;
    this.form = form;
    this.drawn = drawForm(form, {
      ...this.desk.surroundings(this.desk.person(this.by)?.timeZone ?? 'UTC'),
      state: (id) => kept?.values?.[id],
      press: (control, value) => this.desk.act(() => this.desk.press(this.by, this.formId, control, value, this.drawn.values())),
    });
    const name = this.desk.person(this.by)?.name ?? '';
    this.node.replaceChildren(el('form', { style: 'display:contents', novalidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      el('header', { class: 'modal-head' },
        el('h2', { id: this.node.getAttribute('aria-labelledby') }, form.title), el('span', { class: 'soft' }, name),
        el('button', { type: 'button', class: 'plain', 'aria-label': 'Close', onclick: () => this.close() }, '×')),
      el('div', { class: 'modal-body' }, this.drawn.node),
      el('footer', { class: 'modal-foot' },
        el('button', { type: 'button', onclick: () => this.close() }, this.drawn.submit ? this.drawn.close ?? 'Cancel' : 'Close'),
        this.drawn.submit ? el('button', { class: 'primary' }, this.drawn.submit) : null)));
    if (!this.node.open) {
      this.beside ? this.node.show() : this.node.showModal();
      this.node.querySelector('.modal-body input, .modal-body select, .modal-body textarea')?.focus();
    } else if (kept?.id) {
      this.node.querySelector(`[data-control="${CSS.escape(kept.id)}"]`)?.focus();
    }
  }

  async submit() {
    return this.desk.act(async () => {
      const answer = await api.submit(this.by, this.formId, this.drawn.values());
      if (answer.errors && Object.keys(answer.errors).length > 0) {
        this.drawn.errors(answer.errors);
      } else if (answer.form) {
        this.drawn = null;
        this.show(answer.form);
      } else {
        this.sent = true;
        this.close();
      }
    });
  }

  /** Fills in the field whose label matches; a person is chosen by name. */
  async write(label, value, kinds) {
    const field = this.form.fields.find((one) => label.test(one.label) && (!kinds || kinds.includes(one.kind)));
    if (!field) {
      throw new Error('The form has no such field.');
    }
    const wanted = typeof value === 'string' ? value : value.name.split(' ')[0];
    const option = field.options?.find((one) => one.label.includes(wanted) || one.value === value.id);
    await this.drawn.write(field.id, option?.value ?? value.id ?? wanted);
  }

  look() {
    this.node.classList.add('look');
  }

  close() {
    this.node.close();
  }

  closed() {
    if (!this.sent) {
      api.close(this.by, this.formId).catch(() => null);
    }
    this.desk.dialogs = this.desk.dialogs.filter((one) => one !== this);
    this.node.remove();
    if (this.opener?.isConnected) {
      this.opener.focus();
    }
  }

}

/** The next Monday, 09:00 and half a minute in the reporting zone, so that all of that hour's work is done. */
function nextMonday(now) {
  for (let hours = 1; hours <= 24 * 8; hours++) {
    const at = new Date((Math.floor(Date.parse(now) / 3600000) + hours) * 3600000);
    if (moment(at, REPORTING_ZONE, { weekday: 'short' }) === 'Mon' && moment(at, REPORTING_ZONE, TIME) === '09:00') {
      return new Date(at.getTime() + 30000).toISOString();
    }
  }
  throw new Error('no Monday');
}

const desk = new Desk();
desk.start().catch((problem) => desk.say(problem.message, true));
window.sandbox = desk;
