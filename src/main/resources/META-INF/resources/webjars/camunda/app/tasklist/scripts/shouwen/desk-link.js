/*
 * A link back to our own pages, first in Tasklist's navigation bar.
 * Listed under customScripts in ../config.js.
 */

export default {
  id: 'shouwen-desk-link',
  pluginPoint: 'tasklist.navbar.action',
  // Higher is further left; Tasklist's own entries have 200 and 100
  priority: 300,
  render: node => {
    const icon = document.createElement('span');
    icon.className = 'glyphicon glyphicon-menu-left';
    const link = document.createElement('a');
    link.href = '/desk';
    link.append(icon, ' 工单台');
    node.append(link);
  }
};
