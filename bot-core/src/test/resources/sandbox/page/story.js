/** Walks a stranger through the seven scenes; each step goes through the same interface as everything else. */
import { api } from './api.js';
import { el } from './dom.js';

const WORDS = 'Two days late and nobody told me.';

const WISH = 'Can somebody please write to me?';

const REPLY = 'I am sorry about that. The carrier lost a day and our tracking mail was not sent. We have refunded the shipping.';

export class Story {

  constructor(desk) {
    this.desk = desk;
    this.panel = document.getElementById('story-panel');
    this.next = document.getElementById('story-next');
    this.at = 0;
    document.getElementById('story').addEventListener('click', () => this.begin());
    document.getElementById('story-leave').addEventListener('click', () => this.leave());
    this.next.addEventListener('click', () => this.go());
  }

  async begin() {
    this.cast = await this.casting();
    this.steps = script(this);
    this.at = 0;
    document.getElementById('story-steps').replaceChildren(...scenes(this.steps).map((scene) => el('li', { title: scene }, '')));
    this.panel.hidden = false;
    await this.show({
      customer: this.cast.customer.id, channel: this.cast.channel.id, manager: this.cast.manager.id,
    });
    this.desk.panes.channel.act(this.cast.colleague.id);
    await this.desk.refresh();
    this.tell('How a customer’s words reach the people who can act',
      `On the left is what ${this.cast.customer.name}, a customer, sees; in the middle the delivery team’s channel; on the right ${first(this.cast.manager)}, who leads the team. Seven scenes follow.`);
    document.getElementById('story-title').focus();
  }

  /** Somebody who has not been asked anything yet, so that the story can be told again and again. */
  async casting() {
    const { people, channels } = this.desk.state;
    const channel = channels.find((one) => one.team === 'delivery') ?? channels[0];
    const staff = people.filter((one) => one.role !== 'customer' && one.team === channel.team);
    const manager = staff.find((one) => one.role === 'manager') ?? staff[0];
    const colleague = staff.find((one) => one !== manager) ?? manager;
    for (const one of people.filter((person) => person.role === 'customer' && person.locale.startsWith('en'))) {
      if ((await api.direct(one.id)).messages.length === 0) {
        return { customer: one, channel, manager, colleague };
      }
    }
    const id = await this.newcomer();
    await this.desk.refresh();
    return { customer: this.desk.person(id), channel, manager, colleague };
  }

  async newcomer() {
    const names = ['Robin Hale', 'Kim Larsen', 'Alex Moreau', 'Jamie Stone', 'Toni Berg'];
    const taken = this.desk.state.people.map((person) => person.name);
    const name = names.find((one) => !taken.includes(one)) ?? `Robin Hale ${taken.length}`;
    return (await api.add({ name, role: 'customer', locale: 'en-GB', timeZone: 'Europe/London', account: 'Acme' })).id;
  }

  async go() {
    if (this.at >= this.steps.length) {
      this.leave();
      return;
    }
    this.next.disabled = true;
    this.panel.setAttribute('aria-busy', 'true');
    const step = this.steps[this.at];
    this.desk.unlook();
    try {
      const words = await step.play();
      this.at++;
      this.tell(step.title, words);
      await step.look?.();
    } catch (problem) {
      this.tell(step.title, `This step did not work here: ${problem.message} You can try it again or leave the story.`);
    } finally {
      this.next.disabled = false;
      this.panel.removeAttribute('aria-busy');
      this.next.focus();
    }
  }

  leave() {
    this.desk.unlook();
    this.panel.hidden = true;
    this.desk.dialogs.forEach((dialog) => dialog.close());
    document.getElementById('story').focus();
  }

  tell(title, words) {
    document.getElementById('story-title').textContent = title;
    document.getElementById('story-text').textContent = words;
    const scene = this.at === 0 ? 0 : this.steps[this.at - 1].scene;
    const done = this.at >= this.steps.length;
    [...document.getElementById('story-steps').children].forEach((dot, index) => {
      dot.textContent = String(index + 1);
      dot.classList.toggle('done', done || index + 1 < scene);
      dot.toggleAttribute('aria-current', !done && index + 1 === scene);
    });
    this.next.textContent = done ? 'Done' : this.at === 0 ? 'Start' : 'Next';
  }

  /** Shows people and channels in their panes, as far as they are not there yet. */
  async show(wanted) {
    for (const [kind, id] of Object.entries(wanted)) {
      const pane = this.desk.panes[kind];
      if (pane.view !== 'messages') {
        await pane.open('messages');
      }
      if (pane.who.value !== id) {
        await pane.choose(id);
      }
    }
    await this.desk.refresh();
  }

  customers() {
    return api.direct(this.cast.customer.id).then((page) => page.messages);
  }

  team() {
    return api.channel(this.cast.channel.id).then((page) => page.messages);
  }

  /** Moves the clock by hours until something is there; fails after two days. */
  async wait(find) {
    for (let hours = 0; hours < 48; hours++) {
      const found = await find();
      if (found) {
        return found;
      }
      await api.clock({ advance: 'PT1H' });
    }
    throw new Error('What was expected did not come within two days.');
  }

  async press(by, message, label) {
    const control = controlOf(message, label);
    if (!control) {
      throw new Error(`There is no button “${label}”.`);
    }
    const answer = await api.press({ by: by.id, message: message.id, control: control.id });
    if (answer.form) {
      this.desk.opened(answer.form, by.id, true);
    }
    await this.desk.refresh();
    return answer;
  }

  dialog() {
    const dialog = this.desk.dialogs.at(-1);
    if (!dialog) {
      throw new Error('The form is closed.');
    }
    return dialog;
  }

}

const first = (person) => person.name.split(' ')[0];

const controlOf = (message, label) => message.controls.find((control) => control.label.toLowerCase().includes(label.toLowerCase()));

const last = (messages, label) => messages.filter((message) => !message.deleted && controlOf(message, label)).at(-1);

const scenes = (steps) => [...new Set(steps.map((step) => step.scene))].map((scene) => steps.find((step) => step.scene === scene).title);

function script(story) {
  const { customer, channel, manager, colleague } = story.cast;
  const { desk } = story;
  const order = String(10442 + Math.floor((Date.parse(desk.state.now) - Date.parse('2026-11-25T09:00:00Z')) / 60000));
  const lookAtLast = (kind, find) => async () => {
    const found = find ? await find() : null;
    desk.panes[kind].look(found?.id);
  };
  return [
    {
      scene: 1, title: 'An order is delivered',
      play: async () => {
        await desk.happen({ kind: 'order.delivered', customer: customer.id, subject: order });
        await desk.refresh();
        return `The shop reports that order ${order} has reached ${customer.name}. Touchpoint decides at once whether and when to ask, and says so above.`;
      },
      look: async () => document.getElementById('decision').classList.add('look'),
    },
    {
      scene: 2, title: 'The customer is asked',
      play: async () => {
        await api.clock({ advance: 'PT24H' });
        await story.wait(async () => last(await story.customers(), '1 very bad'));
        await desk.refresh();
        return `A day later, in ${first(customer)}’s waking hours, one question arrives in ${first(customer)}’s own chat; one tap is enough.`;
      },
      look: lookAtLast('customer', async () => (await story.customers()).at(-1)),
    },
    {
      scene: 3, title: 'A low rating',
      play: async () => {
        await story.press(customer, last(await story.customers(), '2 bad'), '2 bad');
        return `${first(customer)} taps “2 Bad”. It is saved at that tap, the buttons give way to the answer, and one follow-up asks what went wrong.`;
      },
      look: lookAtLast('customer', async () => (await story.customers()).at(-1)),
    },
    {
      scene: 3, title: 'In the customer’s own words',
      play: async () => {
        await story.press(customer, last(await story.customers(), 'late'), 'late');
        await api.say(customer.id, 'bot', WORDS);
        await api.say(customer.id, 'bot', WISH);
        await desk.refresh();
        return `${first(customer)} names a reason, writes what happened, and asks for a person; Touchpoint says by when somebody will write.`;
      },
      look: lookAtLast('customer', async () => (await story.customers()).at(-1)),
    },
    {
      scene: 4, title: 'A colleague takes it',
      play: async () => {
        await api.clock({ advance: 'PT5H' });
        const open = await story.wait(async () => last(await story.team(), 'take it'));
        await story.press(colleague, open, 'take it');
        return `The case has stood in #${channel.name} at once, with the customer’s words. Now it is morning where ${first(colleague)} lives; ${first(colleague)} takes it, and everybody can see who has it.`;
      },
      look: lookAtLast('channel', async () => last(await story.team(), 'reply to customer')),
    },
    {
      scene: 4, title: 'A colleague answers the customer',
      play: async () => {
        await story.press(colleague, last(await story.team(), 'reply to customer'), 'reply to customer');
        await story.dialog().write(/./, REPLY, ['text', 'lines']);
        return `${first(colleague)} writes the answer here; Touchpoint will carry it to ${first(customer)}’s chat under ${first(colleague)}’s name.`;
      },
      look: async () => story.dialog().look(),
    },
    {
      scene: 4, title: 'A colleague answers the customer',
      play: async () => {
        await story.dialog().submit();
        await api.say(customer.id, 'bot', 'Thank you, that helps.');
        await desk.refresh();
        return `${first(customer)} reads the reply and simply writes back; the words appear in the case’s thread until it is closed.`;
      },
      look: async () => {
        desk.panes.customer.look((await story.customers()).at(-1)?.id);
        desk.panes.channel.look(last(await story.team(), 'reply to customer')?.id);
      },
    },
    {
      scene: 5, title: 'The weekly digest',
      play: async () => {
        await api.clock({ to: desk.nextMonday() });
        desk.panes.channel.act(manager.id);
        await desk.refresh();
        return `On Monday at 09:00 the team’s digest says what hurts customers most, with counts and how sure that is, and quotes ${first(customer)}.`;
      },
      look: async () => {
        const digest = (await story.team()).filter((message) => message.text.startsWith('Customer touchpoints')).at(-1);
        desk.panes.channel.look(digest?.id, WORDS);
      },
    },
    {
      scene: 6, title: 'The touchpoint meeting prompt',
      play: async () => {
        await story.wait(async () => last(await story.team(), 'plan a check-in'));
        await desk.refresh();
        return 'Right after it: what is worth a short one-on-one this week, with three questions for it. It names touchpoints, never people.';
      },
      look: lookAtLast('channel', async () => last(await story.team(), 'plan a check-in')),
    },
    {
      scene: 7, title: 'A manager plans a check-in',
      play: async () => {
        desk.panes.channel.act(manager.id);
        await story.press(manager, last(await story.team(), 'plan a check-in'), 'plan a check-in');
        const form = story.dialog();
        await form.write(/^with/i, colleague);
        await form.write(/every|often/i, '2 weeks');
        await form.write(/^time/i, '16:00');
        return `${first(manager)} plans one with ${first(colleague)}; the form shows the time on both clocks before anything is sent.`;
      },
      look: async () => story.dialog().look(),
    },
    {
      scene: 7, title: 'The proposal arrives',
      play: async () => {
        await story.dialog().submit();
        desk.dialogs.forEach((dialog) => dialog.close());
        await story.show({ manager: colleague.id });
        return `${first(colleague)} gets the proposal in an own chat, shown here on the right, with the local time, and can accept or decline.`;
      },
      look: lookAtLast('manager', async () => last((await api.direct(colleague.id)).messages, 'accept')),
    },
    {
      scene: 7, title: 'It is agreed',
      play: async () => {
        await story.press(colleague, last((await api.direct(colleague.id)).messages, 'accept'), 'accept');
        await story.show({ manager: manager.id });
        return `Accepted: both have the meeting as a calendar file, and the day before an agenda comes from what customers said. That is the whole story; now it is your turn.`;
      },
      look: lookAtLast('manager', async () => (await api.direct(manager.id)).messages.at(-1)),
    },
  ];
}
