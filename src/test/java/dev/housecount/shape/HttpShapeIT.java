package dev.housecount.shape;

class HttpShapeIT extends ApiShape {
  @Override
  Api start(String awsEndpoint) {
    return new HttpApi(FunctionApi.settings(awsEndpoint));
  }
}
