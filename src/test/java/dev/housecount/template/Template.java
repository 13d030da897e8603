package dev.housecount.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** template.yaml, deployed in thought: parameters have their defaults, resources have ids. */
public final class Template {
  /** What answers requests. */
  public static final String API = "Function";

  /** What the schedule calls. */
  public static final String MAINTENANCE = "MaintenanceFunction";

  /** The stack's name, from which the names of its tables follow. */
  static final String STACK = "housecount";

  private static final String ARN = "arn:aws:%s:us-east-1:123456789012:%s";
  private static final Object NO_VALUE = new Object();

  private final Map<String, Object> parameters;
  private final Map<String, Object> conditions;
  private final Map<String, Object> globals;
  private final Map<String, Object> resources;

  private Template(Map<String, Object> root) {
    this.parameters = map(root.get("Parameters"));
    this.conditions = map(root.get("Conditions"));
    this.globals = map(root.get("Globals"));
    this.resources = map(root.get("Resources"));
  }

  public static Template read() {
    return new Template(CloudFormationYaml.read(Path.of("template.yaml")));
  }

  /** The environment of both functions as CloudFormation would set it. */
  public Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    variables()
        .forEach(
            (name, value) -> {
              Object resolved = resolve(value);
              if (resolved != NO_VALUE) {
                environment.put(name, resolved.toString());
              }
            });
    return environment;
  }

  /** Every variable that some choice of parameters sets. */
  public Map<String, Object> variables() {
    return map(map(map(globals.get("Function")).get("Environment")).get("Variables"));
  }

  Map<String, Object> functionProperties(String function) {
    return map(resource(function).get("Properties"));
  }

  /** The properties of all tables, with names instead of references. */
  public List<Map<String, Object>> tables() {
    return resources.keySet().stream()
        .map(this::resource)
        .filter(resource -> resource.get("Type").equals("AWS::DynamoDB::Table"))
        .map(resource -> map(resolve(resource.get("Properties"))))
        .toList();
  }

  /** How the gateway answers preflights. */
  public Map<String, Object> cors() {
    return map(map(resource("Api").get("Properties")).get("CorsConfiguration"));
  }

  /** What a function may do. */
  public List<Permission> permissions(String function) {
    List<Permission> permissions = new ArrayList<>();
    for (Object policy : list(functionProperties(function).get("Policies"))) {
      for (Object statement : list(map(policy).get("Statement"))) {
        for (Object action : list(map(statement).get("Action"))) {
          resources(map(statement))
              .forEach(resource -> permissions.add(new Permission(action.toString(), resource)));
        }
      }
    }
    return permissions;
  }

  private List<String> resources(Map<String, Object> statement) {
    Object resources = resolve(statement.get("Resource"));
    List<?> all = resources instanceof List<?> several ? several : List.of(resources);
    return all.stream().filter(one -> one != NO_VALUE).map(Object::toString).toList();
  }

  /** The events of a function that have a type, with their properties. */
  public Map<String, Map<String, Object>> events(String function, String type) {
    Map<String, Map<String, Object>> events = new LinkedHashMap<>();
    map(functionProperties(function).get("Events"))
        .forEach(
            (name, event) -> {
              if (map(event).get("Type").equals(type)) {
                events.put(name, map(map(event).get("Properties")));
              }
            });
    return events;
  }

  Map<String, Object> resource(String name) {
    return map(resources.get(name));
  }

  /** The ARN of a table. */
  public static String tableArn(String name) {
    return ARN.formatted("dynamodb", "table/" + name);
  }

  private Object resolve(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::resolve).toList();
    }
    if (!(value instanceof Map<?, ?> object)) {
      return value;
    }
    if (object.size() == 1) {
      String function = object.keySet().iterator().next().toString();
      Object argument = object.get(function);
      switch (function) {
        case "Ref":
          return reference(argument.toString());
        case "Fn::GetAtt":
          return tableArn(reference(argument.toString().split("\\.", 2)[0]).toString());
        case "Fn::Sub":
          return argument.toString().replace("${AWS::StackName}", STACK);
        case "Fn::Join":
          Object parts = resolve(list(argument).get(1));
          return parts instanceof List<?> several
              ? several.stream().map(Object::toString).collect(Collectors.joining(","))
              : parts; // a list parameter's default is a text with commas
        case "Fn::If":
          return resolve(list(argument).get(isTrue(conditions.get(list(argument).get(0))) ? 1 : 2));
        default: // a plain object
      }
    }
    Map<String, Object> resolved = new LinkedHashMap<>();
    map(object).forEach((name, member) -> resolved.put(name, resolve(member)));
    return resolved;
  }

  private Object reference(String name) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    if (parameters.containsKey(name)) {
      return map(parameters.get(name)).getOrDefault("Default", "");
    }
    Map<String, Object> properties = map(resource(name).get("Properties"));
    return resource(name).get("Type").equals("AWS::DynamoDB::Table")
        ? resolve(properties.get("TableName"))
        : ARN.formatted("secretsmanager", "secret:" + name);
  }

  private boolean isTrue(Object condition) {
    Map<String, Object> function = map(condition);
    if (function.containsKey("Fn::Not")) {
      return !isTrue(list(function.get("Fn::Not")).get(0));
    }
    List<Object> sides = list(function.get("Fn::Equals"));
    return resolve(sides.get(0)).toString().equals(resolve(sides.get(1)).toString());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
