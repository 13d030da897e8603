/** template.yaml as the tests see it: its tables, settings, permissions and routes. */
package dev.housecount.template;
