package dev.housecount.oracle;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Asks a server for reports. */
final class Answering {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answering() {}

  static JsonPath ask(String report, Question question) {
    RequestSpecification request =
        given()
            .queryParam("from", question.from().toString())
            .queryParam("to", question.to().toString())
            .queryParam("zone", question.zone().getId());
    if (question.grain() != null && report.equals("active-users")) {
      request.queryParam("grain", question.grain());
    }
    boolean ranks = !report.equals("active-users") && !report.equals("summary");
    if (ranks && question.values("limit").isEmpty()) {
      request.queryParam("limit", Question.LIMIT);
    }
    if (question.direct()) {
      request.queryParam("direct", true);
    }
    question.filters().forEach((name, values) -> request.queryParam(name, values.toArray()));
    return request.get("/insights/" + report).then().statusCode(200).extract().jsonPath();
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
