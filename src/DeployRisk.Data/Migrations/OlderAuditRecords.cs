namespace DeployRisk.Data.Migrations;

/// <summary>Gives the records of before there was a chain their numbers and products; the start of the application chains them.</summary>
internal static class OlderAuditRecords
{
    public const string Sql =
        """
        UPDATE "AuditTrail" SET "Sequence" = numbered."Number"
        FROM (SELECT "Id", ROW_NUMBER() OVER (ORDER BY "At", "Id") AS "Number" FROM "AuditTrail") AS numbered
        WHERE numbered."Id" = "AuditTrail"."Id";

        UPDATE "AuditTrail" SET "Product" = CASE "Subject"
            WHEN 'Product' THEN "SubjectId"
            WHEN 'Assessment' THEN (SELECT "ProductId" FROM "Assessments" WHERE "Assessments"."Id" = "AuditTrail"."SubjectId")
        END;
        """;
}
