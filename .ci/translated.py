"""Translates template.yaml as AWS does and checks what then would be deployed."""

import json
import sys
from unittest import mock

import boto3
from samcli.yamlhelper import yaml_parse
from samtranslator.public.translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform

DEFAULT_LESS = {"PortalOrigins": "https://backstage.example.com"}


def translate(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    parameters = {name: p.get("Default", DEFAULT_LESS.get(name)) for name, p in template["Parameters"].items()}
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/function.zip"  # as sam package would write it
    loader = mock.Mock(spec=ManagedPolicyLoader)
    loader.load.return_value = {}
    boto3.setup_default_session(region_name="us-east-1")
    return transform(template, parameters, loader)["Resources"]


def of_type(resources, kind):
    return {name: r["Properties"] for name, r in resources.items() if r["Type"] == kind}


def check_role(role, tables, expected):
    """A function may do this with the tables, read its secrets, and nothing else."""
    arns = {table: {"Fn::GetAtt": [table, "Arn"]} for table in tables}
    allowed = {}
    others = []
    for policy in role["Policies"]:
        for s in policy["PolicyDocument"]["Statement"]:
            assert "*" not in json.dumps(s["Resource"]), s
            resources = s["Resource"] if isinstance(s["Resource"], list) else [s["Resource"]]
            named = [table for table, arn in arns.items() if arn in resources]
            for table in named:
                allowed.setdefault(table, []).extend(s["Action"])
            others.extend(s["Action"] if not named else [])
    assert {table: sorted(actions) for table, actions in allowed.items()} == expected, allowed
    assert others == ["secretsmanager:GetSecretValue"], others


def check(resources):
    tables = of_type(resources, "AWS::DynamoDB::Table")
    assert sorted(tables) == ["CatalogTable", "EventsTable", "PeopleTable", "RollupsTable"], tables.keys()
    for table in tables.values():
        assert table["TimeToLiveSpecification"] == {"AttributeName": "expiresAt", "Enabled": True}, table
    roles = of_type(resources, "AWS::IAM::Role")
    erases = ["dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan"]
    people = ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]
    catalog = ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:Query"]
    expiry = ["dynamodb:DescribeTimeToLive"]
    check_role(
        roles["FunctionRole"],
        tables,
        {
            "CatalogTable": catalog,
            "EventsTable": erases,
            "PeopleTable": people,
            "RollupsTable": catalog,
        },
    )
    check_role(
        roles["MaintenanceFunctionRole"],
        tables,
        {
            "CatalogTable": sorted(catalog + expiry),
            "EventsTable": sorted(erases + expiry),
            "PeopleTable": sorted([p for p in people if p != "dynamodb:GetItem"] + expiry),
            "RollupsTable": sorted(catalog + expiry),
        },
    )
    # The schedule may call the maintenance and do nothing else.
    schedule = [r for name, r in roles.items() if not name.endswith("FunctionRole")]
    assert len(schedule) == 1, roles.keys()
    allowed = [s for p in schedule[0]["Policies"] for s in p["PolicyDocument"]["Statement"]]
    assert [s["Action"] for s in allowed] == ["lambda:InvokeFunction"], allowed
    assert [s["Resource"] for s in allowed] == [{"Fn::GetAtt": ["MaintenanceFunction", "Arn"]}], allowed
    # The gateway may call it on exactly its paths.
    permissions = of_type(resources, "AWS::Lambda::Permission")
    sources = sorted(p["SourceArn"]["Fn::Sub"][0].split("${__Stage__}/*")[-1] for p in permissions.values())
    assert sources == [
        "/",
        "/api/adoption-insights/events",
        "/api/adoption-insights/health",
        "/assets/*",
        "/audit",
        "/catalog",
        "/catalog/headcounts",
        "/collect",
        "/collect/*",
        "/data-health",
        "/data-health/versions",
        "/health-of-data",
        "/insights",
        "/insights/*",
        "/names/*",
        "/opt-outs/*",
        "/query",
        "/search-and-docs",
        "/templates-and-plugins",
        "/users/*",
    ], sources
    body = of_type(resources, "AWS::ApiGatewayV2::Api")["Api"]["Body"]
    paths = [
        "/",
        "/api/adoption-insights/events",
        "/api/adoption-insights/health",
        "/assets/{name}",
        "/audit",
        "/catalog",
        "/catalog/headcounts",
        "/collect",
        "/collect/{key}",
        "/data-health",
        "/data-health/versions",
        "/health-of-data",
        "/insights",
        "/insights/{report}",
        "/names/{pseudonym}",
        "/opt-outs/{proxy+}",
        "/query",
        "/search-and-docs",
        "/templates-and-plugins",
        "/users/{proxy+}",
    ]
    assert sorted(body["paths"]) == paths, body["paths"].keys()
    stage = of_type(resources, "AWS::ApiGatewayV2::Stage")
    log = json.dumps([s["AccessLogSettings"]["Format"] for s in stage.values()])
    for personal in ("sourceIp", "userAgent", "identity", "path", "queryString", "authorizer"):
        assert "$context." + personal not in log and "." + personal not in log, personal
    functions = of_type(resources, "AWS::Lambda::Function")
    assert functions["Function"]["Environment"] == functions["MaintenanceFunction"]["Environment"]
    secret = json.dumps(functions["Function"]["Environment"])
    assert "resolve:" not in secret, "a dynamic reference would put the secret into the environment"


if __name__ == "__main__":
    translated = translate(sys.argv[1])
    check(translated)
    print(f"{len(translated)} resources; permissions, routes, TTL and access log are as they should be")
