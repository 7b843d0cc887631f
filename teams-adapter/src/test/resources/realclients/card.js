/* Draws a card as Teams does: with Microsoft's library, Markdown in text blocks, and names in place of mentions. */
const { AdaptiveCard, HostConfig, SerializationContext, ValidationEvent, Versions } = AdaptiveCards;

const markdown = markdownit({ html: false });

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text.replace(/<at>(.*?)<\/at>/g, '$1'));
  result.didProcess = true;
};

const colour = (usual, subtle) => ({ default: usual, subtle });

const dark = {
  default: colour('#ffffff', '#adadad'), accent: colour('#7f85f5', '#7f85f5'), attention: colour('#e37d80', '#e37d80'),
  good: colour('#92c353', '#92c353'), warning: colour('#f8d22a', '#f8d22a'),
};

/* The library's own settings, with the six buttons a row that Teams takes. */
const hosts = {
  light: { actions: { maxActions: 6 } },
  dark: {
    actions: { maxActions: 6 },
    containerStyles: {
      default: { backgroundColor: '#292929', foregroundColors: dark },
      emphasis: { backgroundColor: '#333333', foregroundColors: dark },
    },
  },
};

const finding = (event) => `${ValidationEvent[event.event]}: ${event.message}`;

const name = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.slice(0, 60)}`;

/* What stands out of its box, or is cut off at its edge. */
const tooWide = (element) => element.clientWidth > 0 && getComputedStyle(element).display !== 'inline'
  && element.scrollWidth > element.clientWidth + 1;

window.draw = (json, width, scheme) => {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hosts[scheme]);
  const context = new SerializationContext(Versions.v1_5);
  card.parse(JSON.parse(json), context);
  const findings = Array.from({ length: context.eventCount }, (_, index) => finding(context.getEventAt(index)));
  findings.push(...card.validateProperties().validationEvents.map(finding));
  const place = document.getElementById('card');
  document.body.className = scheme;
  place.style.width = `${width}px`;
  place.replaceChildren(card.render());
  return {
    findings,
    text: place.textContent,
    wide: [place, ...place.querySelectorAll('*')].filter(tooWide).map(name),
    height: Math.ceil(document.body.getBoundingClientRect().bottom + 16),
  };
};
