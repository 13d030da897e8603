package dev.housecount.shape;

class JvmFunctionShapeIT extends FunctionShape {
  @Override
  Function function() {
    return Function.ofJvm();
  }
}
