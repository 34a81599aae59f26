namespace DeployRisk.Data.Migrations;

/// <summary>Gives the records of before there was a chain their numbers and products; the start of the application chains them.</summary>
internal static class OlderAuditRecords
{
    public const string Sql =
        """
        UPDATE "AuditTrail" SET
            "Sequence" = (
                SELECT COUNT(*) FROM "AuditTrail" AS earlier
                WHERE earlier."At" < "AuditTrail"."At" OR (earlier."At" = "AuditTrail"."At" AND earlier."Id" <= "AuditTrail"."Id")),
            "Product" = CASE "Subject"
                WHEN 'Product' THEN "SubjectId"
                WHEN 'Assessment' THEN (SELECT "ProductId" FROM "Assessments" WHERE "Assessments"."Id" = "AuditTrail"."SubjectId")
            END
        """;
}
