package dev.housecount.app;

import dev.housecount.edge.dynamodb.DynamoDbRecordStore;

/** The stores of records, each on a table of its own: of one type, so that they stand together. */
record RecordTables(DynamoDbRecordStore catalog, DynamoDbRecordStore rollups) {}
