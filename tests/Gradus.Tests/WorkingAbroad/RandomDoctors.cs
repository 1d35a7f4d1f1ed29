using Gradus.WorkingAbroad;

namespace Gradus.Tests.WorkingAbroad;

/// <summary>Doctors of every sort, the same for the same number.</summary>
internal static class RandomDoctors
{
    private static readonly string[] Specialties = ["general-practice", "general-psychiatry", "child-and-adolescent-psychiatry", "general-internal-medicine",
        "anaesthetics", "cardiology"];

    public static IReadOnlyList<RouteQuestion> Some(int count)
    {
        var random = new Random(48);
        return [.. Enumerable.Range(0, count).Select(_ => new RouteQuestion
        {
            QualifiedIn = One([null, "united-kingdom", "ireland", "india"]),
            InternshipIn = One([null, "united-kingdom", "india"]),
            Gmc = One<GmcStanding?>([null, GmcStanding.Full, GmcStanding.Full, GmcStanding.WithoutLicence]),
            MonthsOf48 = One<int?>([null, 12, 30, 40]),
            HoursAWeek = One<decimal?>([null, 10, 40]),
            Cct = One([null, new AbroadCct { Specialty = One(Specialties), On = One<DateOnly?>([null, new DateOnly(2006, 8, 2), new DateOnly(2020, 8, 5)]),
                By = One<CctWay?>([null, CctWay.Cct, CctWay.Portfolio]) }]),
            Mrcgp = One<int?>([null, 2005, 2015]),
            Exams = One<AbroadExam[]>([[], [AbroadExam.Plab], [AbroadExam.Mccqe], [AbroadExam.Plab, AbroadExam.Mccqe]]),
            Citizenship = One([null, "united-kingdom", "canada"]),
            InTraining = One<bool?>([null, true, false]),
        })];

        T One<T>(T[] values) => values[random.Next(values.Length)];
    }
}
