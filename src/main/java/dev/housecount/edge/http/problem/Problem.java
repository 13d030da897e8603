package dev.housecount.edge.http.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as RFC 9457 has it.
 *
 * @param code a stable name; the problem's type is {@code urn:housecount:problem:} and this
 * @param detail what is wrong and what to do, for a person; never what was sent
 * @param members what a program may want to know beyond that, such as a limit
 */
public record Problem(
    int status, String code, String title, String detail, Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of());
  }

  public static Problem badRequest(String code, String detail) {
    return of(400, code, "The request cannot be understood", detail);
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }

  /** The members of the JSON object. */
  public Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:housecount:problem:" + code);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.putAll(members);
    return body;
  }

  public Response.ResponseBuilder response() {
    return Response.status(status)
        .type(MediaType.valueOf(MEDIA_TYPE))
        .header("Cache-Control", "no-store")
        .entity(body());
  }
}
