/*
 * Chinese for what Camunda Forms (form-js 1.8.7) says in English only: hints of fields and reasons why one is not valid.
 * No plugin: runs once, before Tasklist starts. Listed under customScripts in ../config.js.
 */

const TEXTS = [
  [/^Select$/, '请选择'],
  [/^Search$/, '请选择，可输入文字查找'],
  [/^No results$/, '没有这一项'],
  [/^All values selected$/, '已全部选中'],
  [/^Nothing to show\.$/, '没有内容'],
  [/^Increment$/, '加一'],
  [/^Decrement$/, '减一'],
  [/^yyyy\/mm\/dd$/, '年/月/日'],
  [/^hh:mm$/, '时:分'],
  [/^Field is required\.$/, '请填写这一项'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字'],
  [/^Field must match pattern .+$/, '格式不正确'],
  [/^Field must be a valid email\.$/, '邮箱不正确']
];
const ATTRIBUTES = ['placeholder', 'aria-label'];

const translated = text => {
  const entry = text && TEXTS.find(([english]) => english.test(text));
  return entry ? text.replace(...entry) : text;
};

const translate = node => {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = translated(node.data);
    if (text !== node.data) {
      node.data = text;
    }
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    ATTRIBUTES.filter(name => node.hasAttribute(name)).forEach(name => {
      const text = translated(node.getAttribute(name));
      if (text !== node.getAttribute(name)) {
        node.setAttribute(name, text);
      }
    });
    node.childNodes.forEach(translate);
  }
};

const FORM = '.fjs-container';

// A form comes into the page whole, and changes afterwards
const translateForms = ({ target, addedNodes }) => {
  const element = target.closest ? target : target.parentElement;
  if (element?.closest(FORM)) {
    (addedNodes.length ? [...addedNodes] : [target]).forEach(translate);
  } else {
    [...addedNodes]
      .filter(node => node.nodeType === Node.ELEMENT_NODE)
      .flatMap(node => [...(node.matches(FORM) ? [node] : node.querySelectorAll(FORM))])
      .forEach(translate);
  }
};

// The same choice as in ../config.js: whoever does not read English gets Chinese
if (!/^en\b/i.test(navigator.languages[0])) {
  new MutationObserver(changes => changes.forEach(translateForms)).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES
  });
}
